package io.kash.shell.start;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * How wide the window is. The launcher tells at the start; after the window has changed the terminal is asked, by {@code
 * stty}, which is there wherever there is a terminal.
 */
final class Width implements IntSupplier {
    private static final int USUAL = 80;

    private volatile int columns;
    private volatile boolean changed;

    Width(int told) {
        columns = told;
        changed = told <= 0;
    }

    static Width told() {
        return new Width(Integer.getInteger("kash.columns", 0));
    }

    /** The window has another size now. */
    void change() {
        changed = true;
    }

    @Override
    public int getAsInt() {
        if (changed) {
            changed = false;
            columns = asked();
        }
        return columns > 0 ? columns : USUAL;
    }

    private static int asked() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            stty.waitFor(1, TimeUnit.SECONDS);
            return Integer.parseInt(size.substring(size.indexOf(' ') + 1));
        } catch (IOException | NumberFormatException e) {
            return USUAL;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return USUAL;
        }
    }
}
