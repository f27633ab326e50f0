package io.kash.surgery.check;

import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Topic;

/** How near a partition is to refusing writes or losing records, the worst first. */
public enum Health {
    /** It has no leader: nothing can be read or written. */
    OFFLINE("offline"),
    /** Fewer replicas are in sync than acks=all needs: writes fail. */
    UNDER_MIN_ISR("under min ISR"),
    /** Replicas have fallen out, and one more that falls out stops writes. */
    AT_MIN_ISR("at min ISR"),
    /** Replicas have fallen out, more are in sync than writes need. */
    UNDER_REPLICATED("under-replicated"),
    /** Every replica is in sync. */
    FULL("full");

    private final String words;

    Health(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Replicas still being added by a reassignment are not missed: they were never in sync. */
    public static Health of(Topic topic, Partition partition) {
        int inSync = partition.isr().size();
        boolean missing = partition.original().stream().anyMatch(replica -> !partition.inSync(replica));
        if (partition.leader().isEmpty()) {
            return OFFLINE;
        }
        if (inSync < topic.minInSyncReplicas()) {
            return UNDER_MIN_ISR;
        }
        if (!missing) {
            return FULL;
        }
        return inSync == topic.minInSyncReplicas() ? AT_MIN_ISR : UNDER_REPLICATED;
    }
}
