package io.kash.shell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Changes whose shell is killed at a boundary, and that another shell completes. */
record Killed(Product product) {
    private static final Duration AT_MOST = Duration.ofMinutes(2);

    /** Runs a change, kills its shell when something is seen, and lets another shell complete it. */
    void when(BooleanSupplier reached, String... words) {
        Product.Running change = product.start(words);
        long end = System.nanoTime() + AT_MOST.toNanos();
        while (!reached.getAsBoolean()) {
            if (!change.alive()) {
                throw new AssertionError(String.join(" ", words) + " ended before it was killed: " + change.end());
            }
            assertThat(System.nanoTime()).as("the point was reached in time").isLessThan(end);
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
