package io.kash.lab.traffic;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The account of the lab's traffic: every record sent, held against every record read back.
 *
 * @param acked records acknowledged by all in-sync replicas
 * @param failed records that certainly were not written
 * @param unknown records nobody can say about whether they were written: timeouts, and no answer at all
 * @param lost acknowledged records that were not read back
 * @param lostExamples the first of these
 * @param duplicated records read back more than once
 * @param displaced records read back at another offset than the acknowledged one
 * @param longestAck the longest time between sending a record and its acknowledgement
 * @param causes how often each produce error was seen
 * @param consumed records the consumer group has read
 * @param offsetsWentBack every time a committed offset of the group went back
 * @param ran how long records were sent
 */
public record TrafficReport(
        long acked,
        long failed,
        long unknown,
        long lost,
        List<String> lostExamples,
        long duplicated,
        long displaced,
        Duration longestAck,
        Map<String, Long> causes,
        long consumed,
        List<String> offsetsWentBack,
        Duration ran) {
    public TrafficReport {
        lostExamples = List.copyOf(lostExamples);
        causes = Collections.unmodifiableMap(new LinkedHashMap<>(causes));
        offsetsWentBack = List.copyOf(offsetsWentBack);
    }

    /** Sends that ended without an acknowledgement. */
    public long produceErrors() {
        return failed + unknown;
    }

    /** Whether clients noticed nothing: nothing lost, no error, no record twice or elsewhere, no offset back. */
    public boolean isClean() {
        return lost == 0 && produceErrors() == 0 && duplicated == 0 && displaced == 0 && offsetsWentBack.isEmpty();
    }
}
