package io.kash.commands.terminal;

import java.util.Optional;

/** Asks a person. What was typed or pasted before the question never answers it. */
public interface Prompter {
    /** Whether there is a person to ask. */
    boolean interactive();

    /**
     * Asks and waits.
     *
     * @return the answer without surrounding blanks; empty for end of input or Ctrl-C, which both mean no
     */
    Optional<String> ask(String question);
}
