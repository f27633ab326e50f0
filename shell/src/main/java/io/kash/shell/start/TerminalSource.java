package io.kash.shell.start;

import io.kash.shell.screen.TerminalPrompter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** Opens terminals when they are needed and not before: a single command asks rarely and should start at once. */
final class TerminalSource implements TerminalPrompter.Terminals {
    private static final Size USUAL = new Size(80, 24);

    private final boolean person;
    private @Nullable Terminal editing;

    TerminalSource(boolean person) {
        this.person = person;
    }

    /** The terminal of the line editor; questions are asked on it from now on. */
    Terminal forEditor() throws IOException {
        Terminal terminal = built(TerminalBuilder.SystemOutput.SysOutOrSysErr);
        editing = terminal;
        return terminal;
    }

    @Override
    public boolean present() {
        return person;
    }

    @Override
    public Terminal open() throws IOException {
        return editing != null ? editing : built(TerminalBuilder.SystemOutput.SysErrOrSysOut);
    }

    @Override
    public void done(Terminal terminal) throws IOException {
        if (terminal != editing) {
            terminal.close();
        }
    }

    private static Terminal built(TerminalBuilder.SystemOutput output) throws IOException {
        Terminal terminal = TerminalBuilder.builder()
                .name("kash")
                .system(true)
                .dumb(true)
                .jna(false)
                .jansi(false)
                .encoding(StandardCharsets.UTF_8)
                .nativeSignals(true)
                .systemOutput(output)
                .build();
        if (terminal.getWidth() <= 0 || terminal.getHeight() <= 0) {
            // Serial lines and bare pseudo-terminals do not know their size, and the editor draws nothing without one.
            terminal.setSize(USUAL);
        }
        return terminal;
    }
}
