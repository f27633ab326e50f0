package io.kash.surgery.zookeeper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who belongs to an ensemble, as one server tells it (ZooKeeper Dynamic Reconfiguration guide).
 *
 * @param version grows with every change; 0 where the configuration is static
 * @param members in the order of their ids
 */
public record Configuration(long version, List<Member> members) {
    private static final Pattern VERSION = Pattern.compile("version=([0-9a-fA-F]{1,16})");

    public Configuration {
        members = members.stream().sorted(Comparator.comparingInt(Member::id)).toList();
    }

    /** What stands in a text of such lines; lines of other sorts are left out. Empty when it names no server. */
    public static Optional<Configuration> of(String text) {
        List<Member> members = new ArrayList<>();
        long version = 0;
        for (String line : text.split("\\R", -1)) {
            Member.of(line).ifPresent(members::add);
            Matcher number = VERSION.matcher(line.strip());
            if (number.matches()) {
                version = Long.parseUnsignedLong(number.group(1), 16);
            }
        }
        return members.isEmpty() ? Optional.empty() : Optional.of(new Configuration(version, members));
    }

    public Optional<Member> member(int id) {
        return members.stream().filter(member -> member.id() == id).findFirst();
    }

    public List<Member> voters() {
        return members.stream().filter(Member::votes).toList();
    }

    /** The version as servers write it. */
    public String versionText() {
        return "0x" + Long.toHexString(version);
    }
}
