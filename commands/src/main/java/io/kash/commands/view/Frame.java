package io.kash.commands.view;

import io.kash.commands.terminal.Screen;

/**
 * The room a table has.
 *
 * @param width columns of the terminal
 * @param folds whether long lists are folded
 */
public record Frame(int width, boolean folds) {
    /** All the room there is: nothing is cut or folded. */
    public static final Frame UNBOUNDED = new Frame(Integer.MAX_VALUE, false);

    /** @param all whether the operator asked for all rows */
    public static Frame of(Screen screen, boolean all) {
        return screen.terminal() ? new Frame(screen.width(), !all) : UNBOUNDED;
    }

    /** What is left beside a margin. */
    public Frame within(int margin) {
        return new Frame(width == Integer.MAX_VALUE ? width : width - margin, folds);
    }
}
