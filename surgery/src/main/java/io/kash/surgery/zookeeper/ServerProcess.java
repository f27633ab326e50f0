package io.kash.surgery.zookeeper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A ZooKeeper server's process, and the file it was started with, by the word of a program on its machine. Servers before
 * 3.5 tell nobody who belongs to their ensemble, and no server tells whether it was started again.
 *
 * @param word twelve hexadecimal digits that another process of the same server never has
 * @param listed the servers its file names, in the order of their ids, each as it stands there; none where it was not said
 */
public record ServerProcess(String word, List<Member> listed) {
    private static final Pattern SERVER = Pattern.compile("\\s*(server\\.[0-9]{1,9})\\s*=\\s*(\\S+)\\s*");
    private static final int DIGITS = 12;

    public ServerProcess {
        listed = new Configuration(0, listed).members();
    }

    /** What the program printed: lines of the file that name servers, and anything else, which tells the process. */
    public static ServerProcess of(String said) {
        List<Member> listed = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        for (String line : said.split("\\R", -1)) {
            var server = SERVER.matcher(line);
            Optional<Member> member =
                    server.matches() ? Member.of(server.group(1) + "=" + server.group(2)) : Optional.empty();
            member.ifPresentOrElse(listed::add, () -> rest.add(line.strip()));
        }
        return new ServerProcess(digits(String.join("\n", rest).strip()), listed);
    }

    private static String digits(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
