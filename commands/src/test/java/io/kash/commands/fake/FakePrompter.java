package io.kash.commands.fake;

import io.kash.commands.terminal.Prompter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Gives the answers it was told, and then none: the end of input. */
public final class FakePrompter implements Prompter {
    private final boolean interactive;
    private final Deque<String> answers;
    private final Runnable meanwhile;
    private final List<String> questions = new ArrayList<>();

    private FakePrompter(boolean interactive, List<String> answers, Runnable meanwhile) {
        this.interactive = interactive;
        this.answers = new ArrayDeque<>(answers);
        this.meanwhile = meanwhile;
    }

    public static FakePrompter answering(String... answers) {
        return new FakePrompter(true, List.of(answers), () -> {});
    }

    /** Something happens between each question and its answer. */
    public static FakePrompter answeringWhile(Runnable meanwhile, String... answers) {
        return new FakePrompter(true, List.of(answers), meanwhile);
    }

    public static FakePrompter nobody() {
        return new FakePrompter(false, List.of(), () -> {});
    }

    @Override
    public boolean interactive() {
        return interactive;
    }

    @Override
    public Optional<String> ask(String question) {
        questions.add(question);
        meanwhile.run();
        return Optional.ofNullable(answers.poll());
    }

    public List<String> questions() {
        return List.copyOf(questions);
    }
}
