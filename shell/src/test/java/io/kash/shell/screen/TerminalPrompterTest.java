package io.kash.shell.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TerminalPrompterTest {
    private static final String END = "end of input";

    private final PipedOutputStream keyboard = new PipedOutputStream();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream() {
        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            super.write(bytes, from, length);
            typeOnceAsked();
        }
    };
    private String answer = "";

    @Test
    void what_was_typed_before_the_question_does_not_answer_it() throws IOException {
        answer = " lab \n";
        TerminalPrompter prompter = prompter();
        type("yes\nyes\n");

        assertThat(prompter.ask("Go on?")).contains("lab");
    }

    @Test
    void the_end_of_input_is_no_answer() throws IOException {
        answer = END;

        assertThat(prompter().ask("Go on?")).isEmpty();
    }

    @Test
    void without_a_person_nothing_is_asked() {
        TerminalPrompter prompter = new TerminalPrompter(new Fixed(null));

        assertThat(prompter.interactive()).isFalse();
        assertThat(prompter.ask("Go on?")).isEmpty();
    }

    private TerminalPrompter prompter() throws IOException {
        PipedInputStream input = new PipedInputStream(keyboard);
        return new TerminalPrompter(new Fixed(new DumbTerminal(input, shown)));
    }

    private void typeOnceAsked() {
        if (!answer.isEmpty() && shown.toString(StandardCharsets.UTF_8).contains("Go on?")) {
            String now = answer;
            answer = "";
            type(now);
        }
    }

    private void type(String text) {
        try {
            if (text.equals(END)) {
                keyboard.close();
                return;
            }
            keyboard.write(text.getBytes(StandardCharsets.UTF_8));
            keyboard.flush();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static final class Fixed implements TerminalPrompter.Terminals {
        private final Optional<Terminal> terminal;

        Fixed(@org.jspecify.annotations.Nullable Terminal terminal) {
            this.terminal = Optional.ofNullable(terminal);
        }

        @Override
        public boolean present() {
            return terminal.isPresent();
        }

        @Override
        public Terminal open() {
            return terminal.orElseThrow();
        }

        @Override
        public void done(Terminal done) {
            // Nothing to give back.
        }
    }
}
