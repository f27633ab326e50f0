package io.kash.shell.script;

import java.util.regex.Pattern;

/** Tells lines that may hold a secret. Wrongly left out costs a line; wrongly kept costs a password. */
public final class Secrets {
    private static final Pattern SECRET = Pattern.compile(
            "(password|passwd|passphrase|secret|token|api-?key|credential)[a-z0-9._-]*['\"]?\\s*[=:\\s]\\s*\\S",
            Pattern.CASE_INSENSITIVE);

    private Secrets() {}

    public static boolean suspected(String line) {
        return SECRET.matcher(line).find();
    }
}
