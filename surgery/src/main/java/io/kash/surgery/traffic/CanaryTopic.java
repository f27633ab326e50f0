package io.kash.surgery.traffic;

import io.kash.surgery.environment.Environment;
import java.time.Duration;
import java.util.SortedMap;
import java.util.function.Consumer;

/** The topic that a canary writes to and reads back from. It is there: whoever runs the cluster made it. */
public interface CanaryTopic extends AutoCloseable {
    /** What became of a record. */
    enum Fate {
        /** Every replica in sync has it. */
        ACKNOWLEDGED,
        /** It was refused, and is not in the log. */
        FAILED,
        /** Its time was over without a verdict: it may be in the log or not. */
        UNKNOWN
    }

    /** A record that was read back. */
    interface Reader {
        void read(int partition, long offset, String text);
    }

    /**
     * Sends a record with acks=all, once, and returns at once as long as there is room for it.
     *
     * @param told its fate, exactly once, in another thread
     */
    void send(int partition, String text, Consumer<Fate> told);

    /** Waits until every record sent has its fate, at most as long as given. What has none by then is unknown. */
    void settle(Duration atMost);

    /**
     * Reads every partition from an offset to its present end, each in the order of its log.
     *
     * @param from the first offset wanted, by partition; where the log begins later, it is read from there
     * @return whether all of it was read in that time
     * @throws io.kash.surgery.problem.ProblemException when the topic cannot be read
     */
    boolean read(SortedMap<Integer, Long> from, Reader reader, Duration atMost);

    @Override
    void close();

    /** Opens the clients of a topic; each when it is first needed. */
    @FunctionalInterface
    interface Opener {
        CanaryTopic open(Environment environment, String topic);
    }
}
