package io.kash.lab.traffic;

import org.apache.kafka.common.TopicPartition;

/** What is in the partitions when all is over. */
interface RecordLog {
    /** Shows every record the lab's producer wrote, in the order of each partition. */
    void read(Reader reader);

    /** Is shown one record after the other. */
    interface Reader {
        void record(TopicPartition partition, long offset, int sequence);
    }
}
