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
    private final List<String> questions = new ArrayList<>();

    private FakePrompter(boolean interactive, List<String> answers) {
        this.interactive = interactive;
        this.answers = new ArrayDeque<>(answers);
    }

    public static FakePrompter answering(String... answers) {
        return new FakePrompter(true, List.of(answers));
    }

    public static FakePrompter nobody() {
        return new FakePrompter(false, List.of());
    }

    @Override
    public boolean interactive() {
        return interactive;
    }

    @Override
    public Optional<String> ask(String question) {
        questions.add(question);
        return Optional.ofNullable(answers.poll());
    }

    public List<String> questions() {
        return List.copyOf(questions);
    }
}
