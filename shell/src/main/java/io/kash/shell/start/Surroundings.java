package io.kash.shell.start;

import io.kash.shell.audit.Origin;
import io.kash.shell.screen.Sink;
import io.kash.shell.script.Ticker;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * Everything of the outside world a shell touches. The only place where the process's own streams, clocks and variables
 * are taken.
 *
 * @param inputIsTerminal whether standard input is a person
 */
record Surroundings(
        Map<String, String> env,
        Path home,
        Path folder,
        InputStream input,
        boolean inputIsTerminal,
        Sink out,
        Sink err,
        Clock clock,
        Ticker ticker) {

    Surroundings {
        env = Map.copyOf(env);
    }

    static Surroundings ofThisProcess() {
        Map<String, String> env = System.getenv();
        boolean colour = env.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(env.get("TERM"));
        return new Surroundings(
                env,
                Path.of(System.getProperty("user.home", ".")),
                Path.of("").toAbsolutePath(),
                System.in,
                isTerminal(0),
                new Sink(stream(FileDescriptor.out), isTerminal(1), colour),
                new Sink(stream(FileDescriptor.err), isTerminal(2), colour),
                Clock.systemUTC(),
                Ticker.real());
    }

    /** Who is in front of this shell, and where. */
    Origin origin() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = "this machine";
        }
        return Origin.of(env, host);
    }

    /** Whether there is somebody to ask: questions are written to standard error. */
    boolean person() {
        return inputIsTerminal && err.terminal();
    }

    /** UTF-8 whatever the locale says: a server's locale is often none at all, and its terminal is UTF-8 all the same. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    /** Java cannot tell the three streams apart, so the launcher does; without it Linux's own view is taken. */
    private static boolean isTerminal(int descriptor) {
        String told = System.getProperty("kash.terminals");
        if (told != null) {
            return told.contains(String.valueOf(descriptor));
        }
        try {
            String file = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return file.startsWith("/dev/pts/") || file.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
