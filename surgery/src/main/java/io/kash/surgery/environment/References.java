package io.kash.surgery.environment;

import io.kash.surgery.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces references to secrets by what they refer to, at the moment a client is opened and never before:
 *
 * <ul>
 *   <li>{@code ${env:NAME}} is the environment variable of that name, which must be set and not empty;
 *   <li>{@code ${file:path}} is the text of the file without its last line end, at most {@value #MOST_BYTES} bytes; a
 *       relative path counts from the directory of the file the reference stands in.
 * </ul>
 *
 * <p>Any other {@code ${…}} is left as it stands. Messages name the reference and never what it refers to.
 *
 * @param variables the process's environment variables; empty for one that is not set
 */
public record References(Function<String, Optional<String>> variables) {
    static final int MOST_BYTES = 65_536;
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):([^}]*)}");

    /** References to the variables of this process. */
    public static References ofProcess() {
        return new References(name -> Optional.ofNullable(System.getenv(name)));
    }

    /** Whether the whole text is one reference, and so holds no secret itself. */
    public static boolean isReference(String text) {
        return REFERENCE.matcher(text).matches();
    }

    /** A reference to a file that counts from a directory, as one that does not depend on where kash was started. */
    static String absolute(String reference, Path directory) {
        Matcher file = REFERENCE.matcher(reference);
        return file.matches() && file.group(1).equals("file")
                ? "${file:" + directory.resolve(file.group(2)).normalize() + "}"
                : reference;
    }

    /** What stands for a resolved text: where it is, for messages, and the directory relative paths count from. */
    public record Place(String where, Path directory) {}

    /** As {@link #resolve(String, Place, Set)}, with every reference resolved here. */
    public String resolve(String text, Place place) {
        return resolve(text, place, Set.of());
    }

    /**
     * The text with its references replaced.
     *
     * @param leftAlone sorts of reference ({@code env}, {@code file}) that somebody else resolves
     * @throws io.kash.surgery.problem.ProblemException of kind USAGE when a variable is not set or a file cannot be read
     */
    public String resolve(String text, Place place, Set<String> leftAlone) {
        Matcher reference = REFERENCE.matcher(text);
        StringBuilder resolved = new StringBuilder();
        while (reference.find()) {
            String sort = reference.group(1);
            String value = leftAlone.contains(sort) ? reference.group() : valueOf(sort, reference.group(2), place);
            reference.appendReplacement(resolved, Matcher.quoteReplacement(value));
        }
        return reference.appendTail(resolved).toString();
    }

    private String valueOf(String sort, String name, Place place) {
        return sort.equals("env") ? variable(name, place) : content(name, place);
    }

    private String variable(String name, Place place) {
        return variables.apply(name).filter(value -> !value.isEmpty()).orElseThrow(() -> Problem.usage(
                        "the environment variable " + name + " is not set",
                        place.where(),
                        "${env:" + name + "} refers to it",
                        "set " + name + " and start kash again")
                .asException());
    }

    private static String content(String name, Place place) {
        try {
            Path file = place.directory().resolve(name);
            if (Files.size(file) > MOST_BYTES) {
                throw unreadable(name, place, "it is larger than " + MOST_BYTES + " bytes")
                        .asException();
            }
            return withoutLastLineEnd(Files.readString(file));
        } catch (IOException | InvalidPathException e) {
            throw unreadable(name, place, plainly(e)).asException(e);
        }
    }

    private static String withoutLastLineEnd(String text) {
        if (text.endsWith("\r\n")) {
            return text.substring(0, text.length() - 2);
        }
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    private static Problem unreadable(String name, Place place, String why) {
        return Problem.usage(
                "the file of ${file:" + name + "} cannot be read",
                place.where(),
                why,
                "make the file readable, or correct the reference");
    }

    static String plainly(Exception e) {
        if (e instanceof java.nio.file.NoSuchFileException missing) {
            return "there is no file " + missing.getFile();
        }
        if (e instanceof java.nio.file.AccessDeniedException denied) {
            return "reading " + denied.getFile() + " is not permitted";
        }
        if (e instanceof java.nio.charset.CharacterCodingException) {
            return "it is not UTF-8 text";
        }
        return String.valueOf(e.getMessage());
    }
}
