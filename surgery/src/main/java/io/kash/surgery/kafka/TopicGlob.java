package io.kash.surgery.kafka;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Names topics by a pattern: {@code *} stands for any text, {@code ?} for one character; {@code payments-*}.
 *
 * @param pattern characters that topic names may have, {@code *} and {@code ?}
 */
public record TopicGlob(@JsonValue String pattern) {
    private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9._*?-]+");

    @JsonCreator
    public TopicGlob {
        if (!FORM.matcher(pattern).matches()) {
            throw new IllegalArgumentException(
                    "'" + pattern
                            + "' names no topic; write a name of letters, digits, '.', '_' and '-', with * and ? where it varies");
        }
    }

    /** Whether a topic is selected by some patterns; no patterns at all select every topic. */
    public static boolean selects(List<TopicGlob> globs, String topic) {
        return globs.isEmpty() || globs.stream().anyMatch(glob -> glob.matches(topic));
    }

    /** Whether the whole name fits. Takes no more than the product of the lengths, whatever the pattern. */
    public boolean matches(String topic) {
        int at = 0;
        int from = 0;
        int star = -1;
        int starTook = 0;
        while (at < topic.length()) {
            if (from < pattern.length() && pattern.charAt(from) == '*') {
                star = from++;
                starTook = at;
            } else if (from < pattern.length() && fits(pattern.charAt(from), topic.charAt(at))) {
                from++;
                at++;
            } else if (star >= 0) {
                from = star + 1;
                at = ++starTook;
            } else {
                return false;
            }
        }
        while (from < pattern.length() && pattern.charAt(from) == '*') {
            from++;
        }
        return from == pattern.length();
    }

    private static boolean fits(char wanted, char found) {
        return wanted == '?' || wanted == found;
    }

    @Override
    public String toString() {
        return pattern;
    }
}
