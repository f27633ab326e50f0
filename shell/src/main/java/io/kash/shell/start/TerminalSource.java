package io.kash.shell.start;

import io.kash.shell.screen.TerminalPrompter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** Opens terminals when they are needed and not before: a single command asks rarely and should start at once. */
final class TerminalSource implements TerminalPrompter.Terminals {
    private final boolean person;
    private @Nullable Terminal editing;

    TerminalSource(boolean person) {
        this.person = person;
    }

    /** The terminal of the line editor; questions are asked on it from now on. */
    Terminal forEditor() throws IOException {
        Terminal terminal = builder()
                .systemOutput(TerminalBuilder.SystemOutput.SysOutOrSysErr)
                .build();
        editing = terminal;
        return terminal;
    }

    @Override
    public boolean present() {
        return person;
    }

    @Override
    public Terminal open() throws IOException {
        return editing != null
                ? editing
                : builder()
                        .systemOutput(TerminalBuilder.SystemOutput.SysErrOrSysOut)
                        .build();
    }

    @Override
    public void done(Terminal terminal) throws IOException {
        if (terminal != editing) {
            terminal.close();
        }
    }

    private static TerminalBuilder builder() {
        return TerminalBuilder.builder()
                .name("kash")
                .system(true)
                .dumb(true)
                .jna(false)
                .jansi(false)
                .encoding(StandardCharsets.UTF_8)
                .nativeSignals(true);
    }
}
