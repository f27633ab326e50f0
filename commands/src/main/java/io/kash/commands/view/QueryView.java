package io.kash.commands.view;

import io.kash.commands.terminal.ProblemView;
import io.kash.commands.terminal.Screen;

/** What a query finds in an answer, as JSON. */
final class QueryView implements AnswerView {
    private final Query query;

    QueryView(Query query) {
        this.query = query;
    }

    @Override
    public void show(Answer answer, Screen screen) {
        screen.data(JsonText.lines(query.search(AnswerTree.of(answer))));
        answer.problems().forEach(problem -> screen.note(ProblemView.lines(problem)));
    }
}
