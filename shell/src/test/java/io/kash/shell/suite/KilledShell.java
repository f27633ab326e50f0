package io.kash.shell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A shell that dies of SIGKILL when its journal holds something, and another that goes on.
 *
 * @param kept all that journals hold now
 */
record KilledShell(Product product, Supplier<String> kept) {
    private static final Duration AT_MOST = Duration.ofMinutes(2);
    private static final long BETWEEN_NANOS = Duration.ofMillis(5).toNanos();

    /** Runs a change, kills its shell when its journal holds an intent, and lets another shell complete it. */
    void killWhen(String intent, String... words) {
        Pattern reached = Pattern.compile(intent);
        Product.Running change = product.start(words);
        long end = System.nanoTime() + AT_MOST.toNanos();
        while (!reached.matcher(kept.get()).find()) {
            if (!change.alive()) {
                throw new AssertionError(String.join(" ", words) + " ended before it was killed: " + change.end());
            }
            assertThat(System.nanoTime()).as("the point was reached in time").isLessThan(end);
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
        change.kill();

        String id = unfinished();
        Result resumed = product.run("ops", "resume", id);

        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(resumed.out()).contains("Done and verified: " + id);
    }

    private String unfinished() {
        Result list = product.run("ops", "list", "--output", "tsv");
        return list.out()
                .lines()
                .filter(line -> !line.contains("\tdone"))
                .map(line -> line.split("\t", -1)[0])
                .filter(id -> id.matches("[0-9a-f]{4}.*"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no operation is unfinished:\n" + list.out()));
    }
}
