package io.kash.lab.traffic;

import io.kash.lab.LabException;
import io.kash.lab.TopicSpec;
import io.kash.lab.cluster.Answer;
import io.kash.lab.cluster.Clients;
import io.kash.lab.waiting.Deadline;
import io.kash.lab.waiting.Waiting;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The lab's live clients: an idempotent producer with acks=all that writes numbered records to every partition in turn,
 * and a consumer group that reads them and commits.
 *
 * <p>If writing fails, the record is noted as failed or unknown and the next one is sent; nothing is sent twice by hand.
 */
public final class Traffic implements AutoCloseable {
    /** The name of the consumer group. */
    public static final String GROUP = "lab-consumers";

    private static final Duration ADMIN_LIMIT = Duration.ofSeconds(60);
    private static final Duration READ_BACK_LIMIT = Duration.ofMinutes(2);
    private static final long LOOK_AT_OFFSETS_MILLIS = 1000;

    private final Clients clients;
    private final Admin admin;
    private final Map<TopicPartition, Long> from;
    private final Ledger ledger;
    private final CommittedOffsets offsets = new CommittedOffsets();
    private final RecordSender sender;
    private final GroupReader reader;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(Threads.named("lab-offsets-watch"));
    private final long startedNanos = System.nanoTime();
    private @Nullable TrafficReport report;

    private Traffic(Clients clients, Admin admin, Map<TopicPartition, Long> from, List<TopicPartition> partitions) {
        this.clients = clients;
        this.admin = admin;
        this.from = from;
        this.ledger = new Ledger(partitions);
        this.sender = new RecordSender(clients, partitions, ledger);
        this.reader = new GroupReader(clients, GROUP, offsets);
    }

    /** Starts clients on these topics, and is back once a record has been acknowledged and one been read by the group. */
    public static Traffic start(Clients clients, Admin admin, List<TopicSpec> topics, Deadline deadline) {
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .toList();
        Map<TopicPartition, Long> from = endOffsets(admin, partitions);
        Traffic traffic = new Traffic(clients, admin, from, partitions);
        traffic.run(topics, deadline);
        return traffic;
    }

    private void run(List<TopicSpec> topics, Deadline deadline) {
        // The group begins where the traffic does, not at seeded records nobody consumes.
        Map<TopicPartition, OffsetAndMetadata> begin = new HashMap<>();
        from.forEach((partition, offset) -> begin.put(partition, new OffsetAndMetadata(offset)));
        Answer.of(admin.alterConsumerGroupOffsets(GROUP, begin).all(), "set where the lab's group begins");
        offsets.committed(from);
        reader.start(topics.stream().map(TopicSpec::name).toList());
        sender.start();
        var unused = watch.scheduleWithFixedDelay(
                this::lookAtOffsets, LOOK_AT_OFFSETS_MILLIS, LOOK_AT_OFFSETS_MILLIS, TimeUnit.MILLISECONDS);
        if (!Waiting.until(() -> ledger.count().acked() > 0 && reader.consumed() > 0, deadline)) {
            close();
            throw new LabException(
                    "the lab's traffic does not get going",
                    "acknowledged " + ledger.count().acked() + ", consumed " + reader.consumed() + "; errors "
                            + ledger.causes(),
                    "see the brokers' logs in the lab's directory");
        }
    }

    private static Map<TopicPartition, Long> endOffsets(Admin admin, List<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        Answer.of(admin.listOffsets(latest).all(), "see where partitions end")
                .forEach((partition, info) -> ends.put(partition, info.offset()));
        return Map.copyOf(ends);
    }

    private void lookAtOffsets() {
        try {
            compareOffsets();
        } catch (LabException noAnswer) {
            // Proves nothing; the next look will.
        }
    }

    private void compareOffsets() {
        Map<TopicPartition, Long> before = offsets.known();
        Map<TopicPartition, Long> now = new HashMap<>();
        Answer.of(
                        admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata(),
                        "see what the lab's group committed")
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        now.put(partition, offset.offset());
                    }
                });
        offsets.seen(before, now);
    }

    /** What the producer has been told so far. */
    public TrafficCount soFar() {
        return ledger.count();
    }

    /**
     * Stops the clients, reads everything back and accounts for it. The second call answers the same report.
     *
     * @throws LabException when the records cannot be read to their end within two minutes
     */
    public synchronized TrafficReport finish() {
        if (report == null) {
            report = account();
        }
        return report;
    }

    private TrafficReport account() {
        sender.finish();
        Duration ran = Duration.ofNanos(System.nanoTime() - startedNanos);
        reader.close();
        Threads.end(watch, ADMIN_LIMIT);
        compareOffsets();
        Reconciliation reconciliation = new Reconciliation(ledger);
        new KafkaLog(clients, from, READ_BACK_LIMIT).read(reconciliation);
        Reconciliation.Result result = reconciliation.result();
        TrafficCount count = ledger.count();
        return new TrafficReport(
                count.acked(),
                count.failed(),
                count.unknown() + result.unsettled(),
                result.lost(),
                result.examples(),
                result.duplicated(),
                result.displaced(),
                count.longestAck(),
                ledger.causes(),
                reader.consumed(),
                offsets.wentBack(),
                ran);
    }

    /** Stops the clients without an account. */
    @Override
    public void close() {
        watch.shutdownNow();
        sender.close();
        reader.close();
    }
}
