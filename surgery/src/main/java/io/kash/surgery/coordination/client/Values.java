package io.kash.surgery.coordination.client;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What every shared store asks of keys and values. */
final class Values {
    /** Keys come from this program, but a key must never lead elsewhere, nor need any escape in a path or an URL. */
    private static final Pattern KEY = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._~-]*(?:/[0-9A-Za-z_][0-9A-Za-z._~-]*)*");

    private Values() {}

    static String key(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("not a key: " + key);
        }
        return key;
    }

    static byte[] bytes(String key, String value, int atMost) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > atMost) {
            throw new IllegalArgumentException("a value has at most " + atMost + " bytes: " + key);
        }
        return bytes;
    }
}
