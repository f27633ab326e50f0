package io.kash.lab.control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What the lab's hook script runs: asks the lab to restart or stop one server, and exits as the lab says. */
public final class HookMain {
    private HookMain() {}

    /**
     * What comes on the standard input of a ZooKeeper's restart, lines that name servers, is said behind it.
     *
     * @param arguments the lab's socket for hooks; then what to say: {@code restart broker 2}
     */
    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        Console console = new Console(System.out, System.err);
        try {
            String said = String.join(" ", words.subList(1, words.size()));
            String line = said.startsWith("restart zookeeper ") ? said + given() : said;
            System.exit(Conversation.hold(Path.of(words.get(0)), line, console).exit());
        } catch (IOException e) {
            console.err().println("no lab answers at " + words.get(0) + ": " + e.getMessage());
            System.exit(1);
        }
    }

    private static String given() throws IOException {
        return new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> " " + line)
                .collect(Collectors.joining());
    }
}
