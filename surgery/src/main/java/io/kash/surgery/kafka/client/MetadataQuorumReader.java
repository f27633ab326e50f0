package io.kash.surgery.kafka.client;

import io.kash.surgery.kafka.ControllerView;
import io.kash.surgery.kafka.ControllerWord;
import io.kash.surgery.kafka.MetadataQuorum;
import io.kash.surgery.kafka.MetadataQuorumLook;
import io.kash.surgery.kafka.client.ControllerCalls.Answer;
import io.kash.surgery.kafka.client.ControllerCalls.Place;
import io.kash.surgery.operation.PartReader;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.quorum.Steady;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeFeaturesOptions;
import org.apache.kafka.clients.admin.DescribeMetadataQuorumOptions;
import org.apache.kafka.clients.admin.FeatureMetadata;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.common.KafkaFuture;

/**
 * Reads the metadata quorum: the leader's word of all, through any broker, and then every controller's own, all at once.
 * Remembers since when each has been well.
 */
final class MetadataQuorumReader implements PartReader<MetadataQuorumLook> {
    private final KafkaClient client;
    private final Supplier<ControllerCalls> calls;
    private final Executor executor;
    private final Clock clock;
    private final Steady steady = new Steady();

    /**
     * @param calls how controllers are asked themselves
     * @param executor for asking them at once
     * @param clock says since when they are well
     */
    MetadataQuorumReader(KafkaClient client, Supplier<ControllerCalls> calls, Executor executor, Clock clock) {
        this.client = client;
        this.calls = calls;
        this.executor = executor;
        this.clock = clock;
    }

    @Override
    public Class<MetadataQuorumLook> answers() {
        return MetadataQuorumLook.class;
    }

    @Override
    public MetadataQuorum read(MetadataQuorumLook look) {
        Budget budget = Budget.of(KafkaClient.TIME_OF_A_LOOK);
        try {
            return read(look, client.admin(), budget);
        } catch (KafkaFailure e) {
            if (e.unsupported()) {
                throw Problem.usage(
                                "the cluster has no quorum of controllers",
                                client.name(),
                                "it keeps its metadata in ZooKeeper, or is older than 3.3",
                                "zk list shows its ensemble")
                        .asException(e);
            }
            throw client.problem("cannot read the metadata quorum", e);
        }
    }

    private MetadataQuorum read(MetadataQuorumLook look, Admin admin, Budget budget) throws KafkaFailure {
        KafkaFuture<FeatureMetadata> features = admin.describeFeatures(
                        new DescribeFeaturesOptions().timeoutMs(budget.leftMillis()))
                .featureMetadata();
        KafkaFuture<String> clusterId = admin.describeCluster(
                        new DescribeClusterOptions().timeoutMs(budget.leftMillis()))
                .clusterId();
        QuorumInfo info = budget.inTurns(turn -> turn.await(
                admin.describeMetadataQuorum(new DescribeMetadataQuorumOptions().timeoutMs(turn.leftMillis()))
                        .quorumInfo()));
        QuorumMapping mapping = new QuorumMapping(info, budget.await(features), budget.await(clusterId));
        SortedMap<Integer, Answer> voters = ask(mapping.places());
        SortedMap<Integer, Place> registered = mapping.registered(voters);
        SortedMap<Integer, Place> observers = new TreeMap<>(registered);
        observers.keySet().removeAll(voters.keySet());
        observers.keySet().retainAll(mapping.observers());
        SortedMap<Integer, Answer> words = ask(observers);
        words.putAll(voters);
        return noted(mapping.quorum(words, registered, others(look)), clock.instant());
    }

    private SortedMap<Integer, Answer> ask(Map<Integer, Place> places) {
        Map<Integer, CompletableFuture<Answer>> running = new TreeMap<>();
        places.forEach((id, place) -> running.put(
                id, CompletableFuture.supplyAsync(() -> calls.get().ask(OptionalInt.of(id), place), executor)));
        SortedMap<Integer, Answer> answers = new TreeMap<>();
        running.forEach((id, answer) -> answers.put(id, answer.join()));
        return answers;
    }

    /** Who is at addresses that were asked for: controllers that nobody in the quorum knows of. */
    private SortedMap<String, ControllerWord> others(MetadataQuorumLook look) {
        SortedMap<String, ControllerWord> words = new TreeMap<>();
        for (String address : look.others()) {
            int colon = address.lastIndexOf(':');
            String host = address.substring(0, colon).replaceAll("[\\[\\]]", "");
            Place place = new Place(host, Integer.parseInt(address.substring(colon + 1)));
            words.put(address, calls.get().ask(OptionalInt.empty(), place).word());
        }
        return words;
    }

    private MetadataQuorum noted(MetadataQuorum quorum, Instant now) {
        String under = quorum.leader() + " " + quorum.epoch() + " " + quorum.keys();
        List<ControllerView> controllers = quorum.controllers().stream()
                .map(view -> view.wellSince(steady.note(
                        view.key().toString(),
                        view.controller() && quorum.unwell(view).isEmpty() ? Optional.of(under) : Optional.empty(),
                        now)))
                .toList();
        return new MetadataQuorum(
                quorum.clusterId(),
                quorum.level(),
                quorum.release(),
                quorum.leader(),
                quorum.epoch(),
                quorum.highWatermark(),
                controllers,
                quorum.asked());
    }
}
