package io.kash.surgery.kafka.client;

import io.kash.surgery.kafka.ControllerWord;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.ApiVersions;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.DefaultHostResolver;
import org.apache.kafka.clients.ManualMetadataUpdater;
import org.apache.kafka.clients.NetworkClient;
import org.apache.kafka.clients.NetworkClientUtils;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.feature.SupportedVersionRange;
import org.apache.kafka.common.message.DescribeClusterRequestData;
import org.apache.kafka.common.message.DescribeConfigsRequestData;
import org.apache.kafka.common.message.DescribeConfigsRequestData.DescribeConfigsResource;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.DescribeClusterRequest;
import org.apache.kafka.common.requests.DescribeClusterResponse;
import org.apache.kafka.common.requests.DescribeConfigsRequest;
import org.apache.kafka.common.requests.DescribeConfigsResponse;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.internals.LogContext;
import org.jspecify.annotations.Nullable;

/**
 * Asks one controller, and nobody in its place. Kafka's admin client finds out who leads and asks the leader, wherever it
 * was told to begin; what each of the others says is what a change of voters has to know. This is the same network client
 * beneath it, with the same settings, and two of the same requests (KIP-919).
 */
final class ControllerCalls {
    private static final String JOINS_BY_ITSELF = "controller.quorum.auto.join.enable";
    private static final String METADATA_VERSION = "metadata.version";
    private static final byte OF_CONTROLLERS = 2;
    private static final int ANSWERS_WITHIN_MILLIS = 2_500;

    /**
     * An answer.
     *
     * @param registered where controllers are that it knows as registered, itself included, by id
     */
    record Answer(ControllerWord word, SortedMap<Integer, Place> registered) {}

    /** Where a controller listens. */
    record Place(String host, int port) {
        @Override
        public String toString() {
            return host.indexOf(':') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
        }
    }

    private final AdminClientConfig settings;

    /** @param settings of a client that reaches the controllers' listener */
    ControllerCalls(Map<String, Object> settings) {
        this.settings = new Quiet(settings);
    }

    /** Settings that are not written to the log each time. */
    private static final class Quiet extends AdminClientConfig {
        Quiet(Map<String, Object> settings) {
            super(settings, false);
        }
    }

    /**
     * What it says; who does not answer within 2.5 s is silent, with the reason.
     *
     * @param id the controller's; empty when it is not known, and then its settings are not asked for
     */
    Answer ask(OptionalInt id, Place place) {
        ApiVersions versions = new ApiVersions();
        Node node = new Node(id.orElse(0), place.host(), place.port());
        try (Metrics metrics = new Metrics();
                NetworkClient client = open(node, place, metrics, versions)) {
            if (!NetworkClientUtils.awaitReady(client, node, Time.SYSTEM, ANSWERS_WITHIN_MILLIS)) {
                return silent("no answer within " + ANSWERS_WITHIN_MILLIS + " ms");
            }
            DescribeClusterResponse cluster = (DescribeClusterResponse) send(
                    client,
                    node,
                    new DescribeClusterRequest.Builder(
                            new DescribeClusterRequestData().setEndpointType(OF_CONTROLLERS)));
            if (cluster.data().errorCode() != 0) {
                return silent(words(cluster.data().errorMessage(), "it refused to say what it knows"));
            }
            SortedMap<Integer, Place> registered = new TreeMap<>();
            cluster.data().brokers().forEach(one -> registered.put(one.brokerId(), new Place(one.host(), one.port())));
            int leader = cluster.data().controllerId();
            return new Answer(
                    new ControllerWord(
                            cluster.data().clusterId(),
                            leader < 0 ? OptionalInt.empty() : OptionalInt.of(leader),
                            release(versions, node),
                            id.isPresent() && joinsByItself(client, node),
                            ""),
                    registered);
        } catch (IOException | KafkaException e) {
            return silent(words(e.getMessage(), e.getClass().getSimpleName()));
        }
    }

    @SuppressWarnings(
            "NullAway") // The client takes null for what it does without: cluster metadata, sensor, telemetry.
    private NetworkClient open(Node node, Place place, Metrics metrics, ApiVersions versions) {
        return ClientUtils.createNetworkClient(
                settings,
                List.of(place.toString()),
                settings.getString(AdminClientConfig.CLIENT_ID_CONFIG),
                metrics,
                "controller-" + node.idString(),
                new LogContext(),
                versions,
                Time.SYSTEM,
                1,
                ANSWERS_WITHIN_MILLIS,
                null,
                new ManualMetadataUpdater(),
                new DefaultHostResolver(),
                null,
                null);
    }

    private static AbstractResponse send(NetworkClient client, Node node, AbstractRequest.Builder<?> request)
            throws IOException {
        return NetworkClientUtils.sendAndReceive(
                        client,
                        client.newClientRequest(
                                node.idString(),
                                request,
                                Time.SYSTEM.milliseconds(),
                                true,
                                ANSWERS_WITHIN_MILLIS,
                                null),
                        Time.SYSTEM)
                .responseBody();
    }

    private static OptionalInt release(ApiVersions versions, Node node) {
        SupportedVersionRange range =
                versions.get(node.idString()).supportedFeatures().get(METADATA_VERSION);
        return range == null ? OptionalInt.empty() : OptionalInt.of(range.max());
    }

    /** Releases before 4.2 do not know the setting, and say nothing of it. */
    private static boolean joinsByItself(NetworkClient client, Node node) throws IOException {
        DescribeConfigsRequestData asked = new DescribeConfigsRequestData()
                .setResources(List.of(new DescribeConfigsResource()
                        .setResourceType(ConfigResource.Type.BROKER.id())
                        .setResourceName(node.idString())
                        .setConfigurationKeys(List.of(JOINS_BY_ITSELF))));
        DescribeConfigsResponse answer =
                (DescribeConfigsResponse) send(client, node, new DescribeConfigsRequest.Builder(asked));
        return answer.data().results().stream()
                .flatMap(result -> result.configs().stream())
                .anyMatch(setting -> setting.name().equals(JOINS_BY_ITSELF) && "true".equals(setting.value()));
    }

    private static Answer silent(String why) {
        return new Answer(ControllerWord.silent(why), new TreeMap<>());
    }

    private static String words(@Nullable String message, String otherwise) {
        return message == null || message.isBlank() ? otherwise : message.strip();
    }
}
