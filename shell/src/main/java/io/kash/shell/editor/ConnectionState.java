package io.kash.shell.editor;

import io.kash.commands.terminal.Role;

/** How the environment's engines are just now, as far as is known without asking them. Never waits. */
public interface ConnectionState {
    Standing now();

    /**
     * What the prompt says.
     *
     * @param text such as {@code unreachable}; empty when there is nothing worth saying
     */
    record Standing(String text, Role role) {
        public static final Standing NOTHING = new Standing("", Role.PLAIN);
    }
}
