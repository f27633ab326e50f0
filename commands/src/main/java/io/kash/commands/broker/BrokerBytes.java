package io.kash.commands.broker;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Disks;
import java.util.HashMap;
import java.util.Map;

/** The bytes each broker holds, added up in one pass over all partitions. */
final class BrokerBytes {
    private BrokerBytes() {}

    static Map<BrokerId, Long> of(Disks disks) {
        Map<BrokerId, Long> bytes = new HashMap<>();
        disks.bytes()
                .values()
                .forEach(byBroker -> byBroker.forEach((broker, size) -> bytes.merge(broker, size, Long::sum)));
        return bytes;
    }
}
