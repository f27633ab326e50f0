package io.kash.shell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A shell that dies of SIGKILL at a boundary of what it does, and another that goes on.
 *
 * @param kept all that journals hold now
 */
record KilledShell(Product product, Supplier<String> kept) {
    private static final Duration AT_MOST = Duration.ofMinutes(4);
    private static final long BETWEEN_NANOS = Duration.ofMillis(5).toNanos();

    /** The boundary at which a journal holds an intent: what is meant by it is perhaps not sent yet. */
    BooleanSupplier intended(String intent) {
        Pattern written = Pattern.compile(intent);
        return () -> written.matcher(kept.get()).find();
    }

    /** Runs a change, kills its shell when a journal holds an intent, and lets another shell complete it. */
    void killWhen(String intent, String... words) {
        killWhen(List.of(intended(intent)), words);
    }

    /** Runs a change, kills its shell and those that go on at one boundary after the other, and lets the last complete it. */
    void killWhen(List<BooleanSupplier> boundaries, String... words) {
        Product.Running change = product.start(words);
        String id = "";
        for (BooleanSupplier boundary : boundaries) {
            await(boundary, change, String.join(" ", words));
            change.kill();
            id = unfinished();
            change = product.start("ops", "resume", id);
        }
        Result resumed = change.end();

        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(resumed.out()).contains("Done and verified: " + id);
    }

    private static void await(BooleanSupplier boundary, Product.Running change, String words) {
        long end = System.nanoTime() + AT_MOST.toNanos();
        while (!boundary.getAsBoolean()) {
            if (!change.alive()) {
                throw new AssertionError(words + " ended before it was killed: " + change.end());
            }
            assertThat(System.nanoTime()).as("the point was reached in time").isLessThan(end);
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
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
