package io.kash.lab.guard;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs another main class, and ends the process when its standard input ends.
 *
 * <p>The lab's supervisor holds the other end of that pipe and never writes to it. The kernel closes it however the
 * supervisor ends, so that no server outlives it.
 */
public final class Guard {
    /** As if ended by SIGTERM: 128 + 15. */
    private static final int ORPHANED = 143;

    private Guard() {}

    /**
     * @param arguments the main class, then its arguments
     * @throws Throwable whatever the main class throws
     */
    public static void main(String[] arguments) throws Throwable {
        Thread watch = new Thread(Guard::haltAtEndOfInput, "lab-guard");
        watch.setDaemon(true);
        watch.start();
        try {
            Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object)
                    Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static void haltAtEndOfInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // A pipe that cannot be read has ended too.
        }
        Runtime.getRuntime().halt(ORPHANED);
    }
}
