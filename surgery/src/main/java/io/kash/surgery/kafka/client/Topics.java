package io.kash.surgery.kafka.client;

import io.kash.surgery.kafka.Selection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.DescribeConfigsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicCollection;
import org.apache.kafka.common.config.ConfigResource;

/** Names, descriptions and settings of topics, internal ones included. Topics that do not exist are left out. */
final class Topics {
    /** Keeps one answer with all settings of its topics well below a megabyte. */
    private static final int TOPICS_PER_CALL = 250;

    private final Admin admin;
    private Budget time;

    Topics(Admin admin, Budget time) {
        this.admin = admin;
        this.time = time;
    }

    /**
     * Names, as many together as one question holds. What the client makes of the answers for a large cluster is several
     * times as large as the cluster: who asks about one part after the other need not hold all of it.
     */
    static List<List<String>> parts(Collection<String> names) {
        List<String> all = List.copyOf(names);
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += TOPICS_PER_CALL) {
            parts.add(all.subList(from, Math.min(all.size(), from + TOPICS_PER_CALL)));
        }
        return parts;
    }

    Collection<String> names(Selection<String> selection) throws KafkaFailure {
        if (selection.named().isPresent()) {
            return selection.named().get();
        }
        Set<String> all = time.inTurns(turn -> turn.await(
                admin.listTopics(new ListTopicsOptions().listInternal(true).timeoutMs(turn.leftMillis()))
                        .names()));
        return all.stream().sorted().toList();
    }

    SortedMap<String, TopicDescription> described(Collection<String> names) throws KafkaFailure {
        return inParts(names, (some, turn) -> admin.describeTopics(
                        TopicCollection.ofTopicNames(some), new DescribeTopicsOptions().timeoutMs(turn.leftMillis()))
                .topicNameValues());
    }

    SortedMap<String, Config> settings(Collection<String> names) throws KafkaFailure {
        return inParts(names, this::askSettings);
    }

    private Map<String, KafkaFuture<Config>> askSettings(List<String> names, Budget turn) {
        List<ConfigResource> topics = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<String, KafkaFuture<Config>> answers = new TreeMap<>();
        admin.describeConfigs(topics, new DescribeConfigsOptions().timeoutMs(turn.leftMillis()))
                .values()
                .forEach((resource, answer) -> answers.put(resource.name(), answer));
        return answers;
    }

    /** One question about some topics. */
    @FunctionalInterface
    private interface Question<T> {
        Map<String, KafkaFuture<T>> ask(List<String> names, Budget turn);
    }

    /**
     * Asks about some topics after the other. Once some are answered the next have all the time anew: a large cluster may
     * take longer as long as it answers, and one that does not is given up as soon as a small one.
     */
    private <T> SortedMap<String, T> inParts(Collection<String> names, Question<T> question) throws KafkaFailure {
        SortedMap<String, T> found = new TreeMap<>();
        for (List<String> some : parts(names)) {
            found.putAll(time.inTurns(turn -> existing(question.ask(some, turn), turn)));
            time = Budget.of(KafkaClient.TIME_OF_A_LOOK);
        }
        return found;
    }

    private static <T> SortedMap<String, T> existing(Map<String, KafkaFuture<T>> answers, Budget turn)
            throws KafkaFailure {
        SortedMap<String, T> found = new TreeMap<>();
        for (Map.Entry<String, KafkaFuture<T>> answer : answers.entrySet()) {
            try {
                found.put(answer.getKey(), turn.await(answer.getValue()));
            } catch (KafkaFailure e) {
                if (!e.unknownTopic()) {
                    throw e;
                }
            }
        }
        return found;
    }
}
