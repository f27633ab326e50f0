package io.kash.lab;

import io.kash.lab.cli.LabCommand;
import io.kash.lab.cli.Setting;
import io.kash.lab.control.Console;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The lab's own process, started by the launcher as {@code kash lab …}. */
public final class Main {
    /** Held, because a logger nobody holds forgets its level. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private Main() {}

    public static void main(String[] arguments) {
        // Servers of a lab come and go on purpose; what its clients say about that is noise on the product's terminal.
        KAFKA.setLevel(Level.OFF);
        LabCommand command = new LabCommand(Setting.of(System.getenv()), new Console(System.out, System.err));
        System.exit(command.run(List.of(arguments)));
    }
}
