package io.kash.shell.script;

import io.kash.shell.grammar.Tokenizer;
import io.kash.shell.grammar.Tokens;
import io.kash.surgery.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A script as it was read: one command a line, comments and blank lines left out, lines joined where one ends in a
 * backslash or within quotes.
 *
 * @param name the file's name, for messages
 * @param text everything in it
 */
public record Script(String name, String text) {

    /** @throws io.kash.surgery.problem.ProblemException of kind USAGE when it cannot be read */
    public static Script read(Path path) {
        try {
            return new Script(String.valueOf(path.getFileName()), Files.readString(path, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw Problem.usage(
                            "there is no script " + path, path.toAbsolutePath().toString(), "", "")
                    .asException(e);
        } catch (IOException e) {
            throw Problem.usage("the script cannot be read", path.toString(), String.valueOf(e.getMessage()), "")
                    .asException(e);
        }
    }

    public List<ScriptLine> lines() {
        Tokenizer shape = Tokenizer.script(UnaryOperator.identity());
        List<ScriptLine> lines = new ArrayList<>();
        StringBuilder joined = new StringBuilder();
        int number = 0;
        int first = 1;
        for (String line : text.lines().toList()) {
            number++;
            joined.append(joined.isEmpty() ? "" : "\n").append(line);
            Tokens tokens = shape.read(joined.toString());
            if (tokens.open() == Tokens.Open.NOTHING) {
                add(lines, first, joined, tokens);
                first = number + 1;
            }
        }
        if (!joined.isEmpty()) {
            add(lines, first, joined, shape.read(joined.toString()));
        }
        return lines;
    }

    /** Tells one text from another; short enough for a file name. */
    public String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void add(List<ScriptLine> lines, int number, StringBuilder joined, Tokens tokens) {
        boolean unfinished = tokens.open() != Tokens.Open.NOTHING;
        if (unfinished || !tokens.all().isEmpty()) {
            lines.add(new ScriptLine(number, joined.toString()));
        }
        joined.setLength(0);
    }
}
