package io.kash.lab.control;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the lab's hook script runs: asks the lab to restart or stop one server, and exits as the lab says. */
public final class HookMain {
    private HookMain() {}

    /** @param arguments the lab's socket for hooks; then what to say: {@code restart broker 2} */
    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        Console console = new Console(System.out, System.err);
        try {
            System.exit(
                    Conversation.hold(Path.of(words.get(0)), String.join(" ", words.subList(1, words.size())), console)
                            .exit());
        } catch (IOException e) {
            console.err().println("no lab answers at " + words.get(0) + ": " + e.getMessage());
            System.exit(1);
        }
    }
}
