package io.kash.bench.preview;

import io.kash.bench.preview.MadeUpTopics.Topic;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.message.ApiMessageType;
import org.apache.kafka.common.message.ApiVersionsResponseData;
import org.apache.kafka.common.message.DescribeClusterResponseData;
import org.apache.kafka.common.message.DescribeClusterResponseData.DescribeClusterBroker;
import org.apache.kafka.common.message.DescribeConfigsRequestData;
import org.apache.kafka.common.message.DescribeConfigsResponseData;
import org.apache.kafka.common.message.DescribeConfigsResponseData.DescribeConfigsResourceResult;
import org.apache.kafka.common.message.DescribeConfigsResponseData.DescribeConfigsResult;
import org.apache.kafka.common.message.DescribeLogDirsResponseData;
import org.apache.kafka.common.message.DescribeLogDirsResponseData.DescribeLogDirsPartition;
import org.apache.kafka.common.message.DescribeLogDirsResponseData.DescribeLogDirsResult;
import org.apache.kafka.common.message.DescribeLogDirsResponseData.DescribeLogDirsTopic;
import org.apache.kafka.common.message.DescribeTopicPartitionsRequestData;
import org.apache.kafka.common.message.DescribeTopicPartitionsResponseData;
import org.apache.kafka.common.message.DescribeTopicPartitionsResponseData.Cursor;
import org.apache.kafka.common.message.DescribeTopicPartitionsResponseData.DescribeTopicPartitionsResponsePartition;
import org.apache.kafka.common.message.DescribeTopicPartitionsResponseData.DescribeTopicPartitionsResponseTopic;
import org.apache.kafka.common.message.ListPartitionReassignmentsResponseData;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseBroker;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponsePartition;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseTopic;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.requests.ApiVersionsResponse;

/**
 * What brokers of Kafka 4 answer about a made-up cluster at rest: as many settings of a topic and of a broker as they
 * list, and at most 2,000 partitions in one description (their {@code max.request.partition.size.limit}).
 */
final class Answers {
    private static final String HOST = "127.0.0.1";
    private static final int MOST_PARTITIONS = 2_000;
    private static final int SETTINGS_OF_A_BROKER = 250;
    private static final byte DEFAULT_SETTING = 5;
    private static final long VOLUME_BYTES = 40_000_000_000_000L;
    private static final EnumSet<ApiKeys> SPOKEN = EnumSet.of(
            ApiKeys.API_VERSIONS,
            ApiKeys.METADATA,
            ApiKeys.DESCRIBE_CLUSTER,
            ApiKeys.DESCRIBE_TOPIC_PARTITIONS,
            ApiKeys.DESCRIBE_CONFIGS,
            ApiKeys.DESCRIBE_LOG_DIRS,
            ApiKeys.LIST_PARTITION_REASSIGNMENTS);

    private final MadeUpTopics cluster;
    private final List<Integer> ports;
    private final Map<Integer, SortedMap<String, List<DescribeLogDirsPartition>>> held = new HashMap<>();
    private final List<DescribeConfigsResourceResult> topicSettings =
            settings(Arrays.stream(TopicConfig.class.getFields())
                    .filter(field -> field.getName().endsWith("_CONFIG"))
                    .map(Answers::value)
                    .toList());
    private final List<DescribeConfigsResourceResult> brokerSettings = settings(IntStream.range(0, SETTINGS_OF_A_BROKER)
            .mapToObj(number -> "a.usual.setting.of.a.broker." + number)
            .toList());

    /** @param ports of brokers 1, 2, … */
    Answers(MadeUpTopics cluster, List<Integer> ports) {
        this.cluster = cluster;
        this.ports = List.copyOf(ports);
        cluster.topics().forEach((name, topic) -> {
            for (int number = 0; number < topic.replicas().size(); number++) {
                for (int broker : topic.replicas().get(number)) {
                    held.computeIfAbsent(broker, itself -> new TreeMap<>())
                            .computeIfAbsent(name, itself -> new ArrayList<>())
                            .add(new DescribeLogDirsPartition()
                                    .setPartitionIndex(number)
                                    .setPartitionSize(topic.bytes().get(number)));
                }
            }
        });
    }

    /** @param broker who is asked */
    ApiMessage to(int broker, ApiKeys what, ApiMessage question) {
        return switch (what) {
            case API_VERSIONS -> versions();
            case METADATA -> metadata((MetadataRequestData) question);
            case DESCRIBE_CLUSTER -> members();
            case DESCRIBE_TOPIC_PARTITIONS -> partitions((DescribeTopicPartitionsRequestData) question);
            case DESCRIBE_CONFIGS -> configs((DescribeConfigsRequestData) question);
            case DESCRIBE_LOG_DIRS -> logDirs(broker);
            case LIST_PARTITION_REASSIGNMENTS -> new ListPartitionReassignmentsResponseData();
            default -> throw new IllegalArgumentException("not said to be spoken: " + what);
        };
    }

    private static ApiMessage versions() {
        return new ApiVersionsResponseData()
                .setApiKeys(ApiVersionsResponse.collectApis(ApiMessageType.ListenerType.BROKER, SPOKEN, false));
    }

    private ApiMessage members() {
        DescribeClusterResponseData members =
                new DescribeClusterResponseData().setClusterId("made-up").setControllerId(1);
        cluster.brokers().forEach(broker -> members.brokers()
                .add(new DescribeClusterBroker()
                        .setBrokerId(broker)
                        .setHost(HOST)
                        .setPort(ports.get(broker - 1))
                        .setRack(MadeUpTopics.rack(broker))));
        return members;
    }

    /** All topics, or the named ones. */
    private ApiMessage metadata(MetadataRequestData question) {
        MetadataResponseData answer =
                new MetadataResponseData().setClusterId("made-up").setControllerId(1);
        cluster.brokers().forEach(broker -> answer.brokers()
                .add(new MetadataResponseBroker()
                        .setNodeId(broker)
                        .setHost(HOST)
                        .setPort(ports.get(broker - 1))
                        .setRack(MadeUpTopics.rack(broker))));
        Iterable<String> names = question.topics() == null
                ? cluster.topics().keySet()
                : question.topics().stream().map(topic -> topic.name()).toList();
        names.forEach(name -> answer.topics().add(metadata(name)));
        return answer;
    }

    private MetadataResponseTopic metadata(String name) {
        Topic topic = cluster.topic(name);
        List<MetadataResponsePartition> partitions = new ArrayList<>();
        for (int number = 0; number < topic.replicas().size(); number++) {
            List<Integer> replicas = topic.replicas().get(number);
            partitions.add(new MetadataResponsePartition()
                    .setPartitionIndex(number)
                    .setLeaderId(replicas.get(0))
                    .setReplicaNodes(replicas)
                    .setIsrNodes(replicas));
        }
        return new MetadataResponseTopic().setName(name).setTopicId(topic.id()).setPartitions(partitions);
    }

    private ApiMessage partitions(DescribeTopicPartitionsRequestData question) {
        DescribeTopicPartitionsResponseData answer = new DescribeTopicPartitionsResponseData();
        int room = Math.min(MOST_PARTITIONS, question.responsePartitionLimit());
        String from = question.cursor() == null ? "" : question.cursor().topicName();
        for (String name : question.topics().stream()
                .map(topic -> topic.name())
                .filter(name -> name.compareTo(from) >= 0)
                .sorted()
                .toList()) {
            int first = name.equals(from) ? question.cursor().partitionIndex() : 0;
            Topic topic = cluster.topic(name);
            int last = Math.min(topic.replicas().size(), first + room);
            answer.topics()
                    .add(new DescribeTopicPartitionsResponseTopic()
                            .setName(name)
                            .setTopicId(topic.id())
                            .setPartitions(IntStream.range(first, last)
                                    .mapToObj(number -> partition(topic, number))
                                    .toList()));
            room -= last - first;
            if (last < topic.replicas().size()) {
                return answer.setNextCursor(new Cursor().setTopicName(name).setPartitionIndex(last));
            }
        }
        return answer;
    }

    private static DescribeTopicPartitionsResponsePartition partition(Topic topic, int number) {
        List<Integer> replicas = topic.replicas().get(number);
        return new DescribeTopicPartitionsResponsePartition()
                .setPartitionIndex(number)
                .setLeaderId(replicas.get(0))
                .setReplicaNodes(replicas)
                .setIsrNodes(replicas)
                .setEligibleLeaderReplicas(List.of())
                .setLastKnownElr(List.of());
    }

    private ApiMessage configs(DescribeConfigsRequestData question) {
        return new DescribeConfigsResponseData()
                .setResults(question.resources().stream()
                        .map(resource -> new DescribeConfigsResult()
                                .setResourceType(resource.resourceType())
                                .setResourceName(resource.resourceName())
                                .setConfigs(
                                        resource.resourceType() == ConfigResource.Type.TOPIC.id()
                                                ? topicSettings
                                                : brokerSettings))
                        .toList());
    }

    private ApiMessage logDirs(int broker) {
        List<DescribeLogDirsTopic> topics = new ArrayList<>();
        held.getOrDefault(broker, new TreeMap<>())
                .forEach((name, partitions) ->
                        topics.add(new DescribeLogDirsTopic().setName(name).setPartitions(partitions)));
        return new DescribeLogDirsResponseData()
                .setResults(List.of(new DescribeLogDirsResult()
                        .setLogDir("/data")
                        .setTopics(topics)
                        .setTotalBytes(VOLUME_BYTES)
                        .setUsableBytes(VOLUME_BYTES / 2)));
    }

    private static List<DescribeConfigsResourceResult> settings(List<String> names) {
        return names.stream()
                .map(name -> new DescribeConfigsResourceResult()
                        .setName(name)
                        .setValue(name.equals(TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG) ? "false" : "1")
                        .setConfigSource(DEFAULT_SETTING))
                .toList();
    }

    private static String value(Field field) {
        try {
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
