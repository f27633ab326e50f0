package io.kash.shell.screen;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Keeps data and notes instead of showing them: for commands whose answer another command reads. */
public final class CapturingScreen implements Screen {
    private final List<Line> data = new ArrayList<>();
    private final List<Line> notes = new ArrayList<>();

    @Override
    public void data(Line line) {
        data.add(line);
    }

    @Override
    public void row(List<String> cells) {
        data.add(Line.of(Ink.row(cells)));
    }

    @Override
    public void note(Line line) {
        notes.add(line);
    }

    @Override
    public void progress(Line line) {
        // Nobody looks.
    }

    @Override
    public void endProgress() {
        // Nobody looks.
    }

    @Override
    public long progressEveryMillis() {
        return 5_000;
    }

    @Override
    public int width() {
        return Integer.MAX_VALUE;
    }

    @Override
    public boolean terminal() {
        return false;
    }

    /** All data, as one text. */
    public String text() {
        return data.stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    public List<Line> notes() {
        return List.copyOf(notes);
    }
}
