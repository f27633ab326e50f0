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
        ListTopicsOptions internalToo =
                new ListTopicsOptions().listInternal(true).timeoutMs(budget.leftMillis());
        Set<String> all = budget.await(admin.listTopics(internalToo).names());
        return all.stream().sorted().toList();
    }

    SortedMap<String, TopicDescription> described(Collection<String> names) throws KafkaFailure {
        Map<String, KafkaFuture<TopicDescription>> answers = admin.describeTopics(
                        TopicCollection.ofTopicNames(names), new DescribeTopicsOptions().timeoutMs(budget.leftMillis()))
                .topicNameValues();
        return existing(answers);
    }

    SortedMap<String, Config> settings(Collection<String> names) throws KafkaFailure {
        Map<String, KafkaFuture<Config>> answers = new TreeMap<>();
        List<String> all = List.copyOf(names);
        for (int from = 0; from < all.size(); from += TOPICS_PER_CALL) {
            List<ConfigResource> some = all.subList(from, Math.min(all.size(), from + TOPICS_PER_CALL)).stream()
                    .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                    .toList();
            admin.describeConfigs(some, new DescribeConfigsOptions().timeoutMs(budget.leftMillis()))
                    .values()
                    .forEach((resource, answer) -> answers.put(resource.name(), answer));
        }
        return existing(answers);
    }

    private <T> SortedMap<String, T> existing(Map<String, KafkaFuture<T>> answers) throws KafkaFailure {
        SortedMap<String, T> found = new TreeMap<>();
        for (Map.Entry<String, KafkaFuture<T>> answer : answers.entrySet()) {
            try {
                found.put(answer.getKey(), budget.await(answer.getValue()));
            } catch (KafkaFailure e) {
                if (!e.unknownTopic()) {
                    throw e;
                }
            }
        }
        return found;
    }
}
