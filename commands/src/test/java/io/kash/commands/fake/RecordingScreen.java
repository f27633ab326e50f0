package io.kash.commands.fake;

import io.kash.commands.terminal.Escaping;
import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Keeps what reaches it, escaped as on a real screen and without the looks of roles. */
public final class RecordingScreen implements Screen {
    private final List<String> data = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> progress = new ArrayList<>();
    private final int width;

    private RecordingScreen(int width) {
        this.width = width;
    }

    public static RecordingScreen terminal(int columns) {
        return new RecordingScreen(columns);
    }

    public static RecordingScreen pipe() {
        return new RecordingScreen(Integer.MAX_VALUE);
    }

    /** An empty screen of the same width. */
    public RecordingScreen another() {
        return new RecordingScreen(width);
    }

    @Override
    public void data(Line line) {
        data.add(escaped(line));
    }

    @Override
    public void row(List<String> cells) {
        data.add(cells.stream().map(Escaping::escape).collect(Collectors.joining("\t")));
    }

    @Override
    public void note(Line line) {
        notes.add(escaped(line));
    }

    @Override
    public void progress(Line line) {
        progress.add(escaped(line));
    }

    @Override
    public void endProgress() {}

    @Override
    public long progressEveryMillis() {
        return 0;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public boolean terminal() {
        return width != Integer.MAX_VALUE;
    }

    /** Standard output so far, each line with its end. */
    public String data() {
        return text(data);
    }

    /** Standard error so far, but for progress. */
    public String notes() {
        return text(notes);
    }

    public String progress() {
        return text(progress);
    }

    private static String escaped(Line line) {
        return line.spans().stream().map(span -> Escaping.escape(span.text())).collect(Collectors.joining());
    }

    private static String text(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
