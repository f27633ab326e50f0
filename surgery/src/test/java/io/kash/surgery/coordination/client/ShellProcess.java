package io.kash.surgery.coordination.client;

import io.kash.surgery.coordination.FencedException;
import io.kash.surgery.coordination.OperationLock;
import io.kash.surgery.coordination.Store;
import io.kash.surgery.coordination.StoreUnavailable;
import io.kash.surgery.coordination.local.LocalFiles;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A contender in a process of its own, which can be stopped and woken. Its {@link #main} is that process. */
final class ShellProcess implements LockProofs.Contender {
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter words;

    private ShellProcess(Process process) {
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.words = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** @param store {@code local <folder>} or {@code zookeeper <connect> <environment>} */
    static ShellProcess start(String... store) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                java,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                ShellProcess.class.getName());
        builder.command().addAll(List.of(store));
        try {
            return new ShellProcess(builder.redirectError(Redirect.DISCARD).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Long> take() {
        say("take");
        String answer = answer();
        return answer.equals("lost") ? Optional.empty() : Optional.of(Long.parseLong(answer));
    }

    @Override
    public void release() {
        say("release");
        expect("released");
    }

    /** Checks the fence, as before an effect: {@code sent}, {@code fenced} or {@code unknown}. */
    String effect() {
        say("effect");
        return answer();
    }

    void say(String word) {
        try {
            words.write(word + "\n");
            words.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String answer() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new AssertionError("the process ended");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void expect(String wanted) {
        String answer = answer();
        if (!answer.equals(wanted)) {
            throw new AssertionError("it answers " + answer);
        }
    }

    /** SIGSTOP or SIGCONT. */
    void signal(String name) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        if (code != 0) {
            throw new AssertionError("kill -" + name + " answers " + code);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws IOException {
        Store store = arguments[0].equals("local")
                ? new LocalFiles(Path.of(arguments[1]))
                : new ZooKeeperStore(arguments[1], arguments[2]);
        Optional<OperationLock> lock = Optional.empty();
        BufferedReader words = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String word = words.readLine(); word != null; word = words.readLine()) {
            switch (word) {
                // A process of its own: its output is how it answers the test that started it.
                case "take" -> {
                    lock = LockProofs.take(store);
                    System.out.println(
                            lock.map(OperationLock::number).map(String::valueOf).orElse("lost"));
                }
                case "effect" -> System.out.println(effect(lock.orElseThrow()));
                case "release" -> {
                    lock.orElseThrow().close();
                    System.out.println("released");
                }
                default -> throw new IllegalArgumentException(word);
            }
        }
    }

    private static String effect(OperationLock lock) {
        try {
            lock.check();
            return "sent";
        } catch (FencedException e) {
            return "fenced";
        } catch (StoreUnavailable e) {
            return "unknown";
        }
    }
}
