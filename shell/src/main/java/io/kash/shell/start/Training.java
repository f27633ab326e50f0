package io.kash.shell.start;

import io.kash.shell.editor.Editor;
import io.kash.shell.screen.Sink;
import io.kash.shell.script.Ticker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;

/**
 * What the launcher runs while Java writes its archive of loaded classes: the usual commands and a session at the line
 * editor, in a home of its own and with nobody watching. What is loaded here is quick to load in every start after.
 */
public final class Training {
    private static final List<List<String>> COMMANDS =
            List.of(List.of("version"), List.of("--help"), List.of("help", "run"), List.of("hlep"), List.of("exit"));
    private static final String SESSION = "he\tlp\nrun --dry-\t\nconnect nowhere\nexit\n";

    private Training() {}

    public static void main(String[] args) throws IOException {
        LogFile.configure();
        Path home = Files.createTempDirectory("kash-training");
        try {
            Surroundings surroundings = surroundings(home);
            Shell shell = new Shell(surroundings, RealPlugs.of(surroundings));
            COMMANDS.forEach(shell::run);
            edit(surroundings);
        } finally {
            remove(home);
        }
        System.exit(0);
    }

    private static void edit(Surroundings surroundings) throws IOException {
        InputStream typed = new ByteArrayInputStream(SESSION.getBytes(StandardCharsets.UTF_8));
        try (Terminal terminal = new DumbTerminal(typed, OutputStream.nullOutputStream());
                Wiring wiring = new Wiring(surroundings, Arguments.read(List.of()), RealPlugs.of(surroundings))) {
            Editor editor = wiring.editor(terminal);
            wiring.engine().guarded(() -> wiring.repl().run(editor));
        }
    }

    private static Surroundings surroundings(Path home) {
        Sink nowhere =
                new Sink(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), true, true);
        return new Surroundings(
                Map.of(),
                home,
                home,
                InputStream.nullInputStream(),
                false,
                nowhere,
                nowhere,
                Clock.systemUTC(),
                Ticker.real());
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
