package io.kash.commands.view;

import io.kash.commands.terminal.ProblemView;
import io.kash.commands.terminal.Screen;

/** An answer as one JSON document. Problems are in it and, for the person watching, on standard error too. */
final class JsonView implements AnswerView {
    @Override
    public void show(Answer answer, Screen screen) {
        screen.data(JsonText.lines(AnswerTree.of(answer)));
        answer.problems().forEach(problem -> screen.note(ProblemView.lines(problem)));
    }
}
