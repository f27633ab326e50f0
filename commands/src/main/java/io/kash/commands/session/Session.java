package io.kash.commands.session;

import io.kash.commands.terminal.Prompter;
import io.kash.commands.terminal.Screen;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.Environments;
import java.util.Optional;

/** What a command runs in. One per shell; what it returns changes as the operator connects elsewhere. */
public interface Session {
    /**
     * The environments file, read anew.
     *
     * @throws io.kash.surgery.problem.ProblemException when there is none or it is malformed
     */
    Environments environments();

    /** The environment commands act on, if one was chosen. */
    Optional<Environment> environment();

    /**
     * The connection commands act through.
     *
     * @throws io.kash.surgery.problem.ProblemException of kind USAGE when no environment was chosen
     */
    Connection connection();

    /** Chooses an environment; the connection before it is closed. */
    Connection connect(Environment environment);

    Screen screen();

    Prompter prompter();

    Interrupts interrupts();

    Batch batch();
}
