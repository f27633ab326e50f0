package io.kash.surgery.kafka.client;

import io.kash.surgery.kafka.Selection;
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
    private final Budget budget;

    Topics(Admin admin, Budget budget) {
        this.admin = admin;
        this.budget = budget;
    }

    Collection<String> names(Selection<String> selection) throws KafkaFailure {
        if (selection.named().isPresent()) {
            return selection.named().get();
        }
        Set<String> all = budget.inTurns(turn -> turn.await(
                admin.listTopics(new ListTopicsOptions().listInternal(true).timeoutMs(turn.leftMillis()))
                        .names()));
        return all.stream().sorted().toList();
    }

    SortedMap<String, TopicDescription> described(Collection<String> names) throws KafkaFailure {
        return budget.inTurns(turn -> existing(
                admin.describeTopics(
                                TopicCollection.ofTopicNames(names),
                                new DescribeTopicsOptions().timeoutMs(turn.leftMillis()))
                        .topicNameValues(),
                turn));
    }

    SortedMap<String, Config> settings(Collection<String> names) throws KafkaFailure {
        return budget.inTurns(turn -> existing(askSettings(List.copyOf(names), turn), turn));
    }

    private Map<String, KafkaFuture<Config>> askSettings(List<String> names, Budget turn) {
        Map<String, KafkaFuture<Config>> answers = new TreeMap<>();
        for (int from = 0; from < names.size(); from += TOPICS_PER_CALL) {
            List<ConfigResource> some = names.subList(from, Math.min(names.size(), from + TOPICS_PER_CALL)).stream()
                    .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                    .toList();
            admin.describeConfigs(some, new DescribeConfigsOptions().timeoutMs(turn.leftMillis()))
                    .values()
                    .forEach((resource, answer) -> answers.put(resource.name(), answer));
        }
        return answers;
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
