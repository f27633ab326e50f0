package io.kash.surgery.environment;

import io.kash.surgery.addressing.Addressing;
import io.kash.surgery.addressing.Ports;
import io.kash.surgery.addressing.Rule;
import io.kash.surgery.addressing.ServerPlace;
import io.kash.surgery.addressing.Subnet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Turns {@code zookeeper.addressing} into its record. Whether the addresses may be used is not asked here: {@code zk
 * addresses} says that of all of them at once, and a mistake in them keeps nobody from moving replicas.
 */
final class AddressingSection {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,7}");

    private final Section section;

    AddressingSection(Section section) {
        this.section = section;
    }

    Addressing read() {
        section.only("offset", "subnets", "first-id", "per-zone", "ports", "servers");
        Ports ports = section.section("ports").map(AddressingSection::ports).orElse(Ports.USUAL);
        SortedMap<Integer, ServerPlace> servers =
                section.section("servers").map(given -> servers(given, ports)).orElseGet(TreeMap::new);
        Optional<Rule> rule = section.section("subnets").map(subnets -> rule(subnets, ports));
        if (rule.isEmpty() && servers.isEmpty()) {
            throw section.wrong(section.at(), "subnets", "expected a subnet for each zone, as in {a: 10.0.1.0/24}");
        }
        return new Addressing(rule, servers);
    }

    private Rule rule(Section subnets, Ports ports) {
        if (subnets.entries().isEmpty()) {
            throw subnets.wrong(subnets.at(), "a", "expected at least one zone with its subnet");
        }
        SortedMap<String, Subnet> byZone = new TreeMap<>();
        for (String zone : subnets.entries().keySet()) {
            subnets.read(zone, Subnet::of).ifPresent(subnet -> byZone.put(zone, subnet));
        }
        int offset = number(section, "offset", 0)
                .orElseThrow(() -> section.wrong(
                        section.at(), "offset", "expected how far a zone's first server is behind the first address"));
        return new Rule(
                offset,
                byZone,
                number(section, "first-id", 1).orElse(1),
                number(section, "per-zone", 1).map(OptionalInt::of).orElse(OptionalInt.empty()),
                ports);
    }

    private static Ports ports(Section ports) {
        ports.only("quorum", "election", "client");
        int quorum = number(ports, "quorum", 1).orElse(Ports.USUAL.quorum());
        int election = number(ports, "election", 1).orElse(Ports.USUAL.election());
        int client = number(ports, "client", 1).orElse(Ports.USUAL.client());
        try {
            return new Ports(quorum, election, client);
        } catch (IllegalArgumentException e) {
            throw ports.wrong(ports.at(), "client", String.valueOf(e.getMessage()));
        }
    }

    private static SortedMap<Integer, ServerPlace> servers(Section servers, Ports ports) {
        SortedMap<Integer, ServerPlace> places = new TreeMap<>();
        servers.entries().forEach((key, field) -> {
            if (!key.matches("[1-9][0-9]{0,2}")) {
                throw servers.wrong(field.at(), key, "expected the id of a server, 1 to 255");
            }
            int id = Integer.parseInt(key);
            servers.read(key, text -> ServerPlace.of(id, text, ports)).ifPresent(place -> places.put(id, place));
        });
        return places;
    }

    private static Optional<Integer> number(Section section, String key, int least) {
        return section.read(key, text -> {
            if (!NUMBER.matcher(text).matches() || Integer.parseInt(text) < least) {
                throw new IllegalArgumentException(
                        "expected a whole number, " + least + " or more, found '" + text + "'");
            }
            return Integer.valueOf(text);
        });
    }
}
