package io.kash.surgery.traffic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/** One partition of a canary's topic in memory. Each record gets the fate the test wants, at once. */
final class FakeCanaryTopic implements CanaryTopic {
    private final List<String> log = new ArrayList<>();
    private LongFunction<Fate> fates = number -> Fate.ACKNOWLEDGED;
    private boolean closed;

    /** @param by the fate of the n-th record sent, from 0 */
    FakeCanaryTopic fates(LongFunction<Fate> by) {
        fates = by;
        return this;
    }

    synchronized List<String> log() {
        return log;
    }

    boolean closed() {
        return closed;
    }

    @Override
    public synchronized void send(int partition, String text, Consumer<Fate> told) {
        Fate fate = fates.apply(log.size());
        if (fate != Fate.FAILED) {
            log.add(text);
        }
        told.accept(fate);
    }

    @Override
    public void settle(Duration atMost) {}

    @Override
    public synchronized boolean read(SortedMap<Integer, Long> from, Reader reader, Duration atMost) {
        for (int offset = 0; offset < log.size(); offset++) {
            reader.read(0, offset, log.get(offset));
        }
        return true;
    }

    @Override
    public void close() {
        closed = true;
    }
}
