package io.kash.surgery.kafka.client;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.DisksLook;
import io.kash.surgery.operation.PartReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeLogDirsOptions;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.common.KafkaFuture;

/**
 * Asks every selected live broker for its log directories (KIP-113, KIP-827). A broker that does not answer is left out
 * of the part; one that refuses makes the whole look fail, because then all would look empty.
 */
final class DisksReader implements PartReader<DisksLook> {
    private final KafkaClient client;

    DisksReader(KafkaClient client) {
        this.client = client;
    }

    @Override
    public Class<DisksLook> answers() {
        return DisksLook.class;
    }

    @Override
    public Disks read(DisksLook look) {
        Budget budget = Budget.of(KafkaClient.TIME_OF_A_LOOK);
        try {
            return read(look, client.admin(), budget);
        } catch (KafkaFailure e) {
            throw client.problem("cannot read the brokers' disks", e);
        }
    }

    private static Disks read(DisksLook look, Admin admin, Budget budget) throws KafkaFailure {
        List<Integer> asked = Members.read(admin, budget).alive().stream()
                .filter(look.brokers()::includes)
                .map(BrokerId::value)
                .toList();
        Map<Integer, KafkaFuture<Map<String, LogDirDescription>>> answers = admin.describeLogDirs(
                        asked, new DescribeLogDirsOptions().timeoutMs(budget.leftMillis()))
                .descriptions();
        Map<BrokerId, Map<String, LogDirDescription>> answered = new TreeMap<>();
        for (Map.Entry<Integer, KafkaFuture<Map<String, LogDirDescription>>> answer : answers.entrySet()) {
            try {
                answered.put(new BrokerId(answer.getKey()), budget.await(answer.getValue()));
            } catch (KafkaFailure e) {
                if (!e.unanswered()) {
                    throw e;
                }
            }
        }
        return DisksMapping.disks(answered);
    }
}
