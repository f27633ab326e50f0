package io.kash.commands.view;

import io.kash.commands.terminal.Screen;

/** One way to write an answer. */
interface AnswerView {
    void show(Answer answer, Screen screen);
}
