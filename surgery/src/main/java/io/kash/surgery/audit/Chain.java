package io.kash.surgery.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines that are sealed one by one: each ends with the SHA-256 of itself and of the seal before it. A line that was changed,
 * lost, added or moved does not fit any more, the last one included. Who can write the file can seal it anew from there on;
 * that only a copy of the last seal elsewhere shows.
 */
final class Chain {
    /** What stands before the first line. */
    static final String BEGINNING = "";

    private static final Pattern SEALED = Pattern.compile("(\\{.*),\"seal\":\"([0-9a-f]{64})\"\\}", Pattern.DOTALL);

    private Chain() {}

    /** @param object JSON, one object with at least one property */
    static String sealed(String previous, String object) {
        String open = object.substring(0, object.length() - 1);
        return open + ",\"seal\":\"" + sha256(previous, open) + "\"}";
    }

    /** The object without its seal, when the line follows the seal before it. */
    static Optional<String> read(String previous, String line) {
        Matcher sealed = SEALED.matcher(line);
        return sealed.matches() && sealed.group(2).equals(sha256(previous, sealed.group(1)))
                ? Optional.of(sealed.group(1) + "}")
                : Optional.empty();
    }

    /** The seal a line ends with, whether it fits or not. */
    static String seal(String line) {
        Matcher sealed = SEALED.matcher(line);
        return sealed.matches() ? sealed.group(2) : BEGINNING;
    }

    private static String sha256(String previous, String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((previous + "\n" + text).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
