package io.kash.surgery.addressing;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What Kafka brokers find the ensemble with.
 *
 * @param chroot the path behind the servers, with its slash, or an empty string
 */
public record KafkaProperties(String chroot) implements Rendering {
    @Override
    public List<Rendered> render(Lists lists, ServerList list) {
        return List.of(new Rendered(
                OptionalInt.empty(), "server.properties", "zookeeper.connect=" + connect(lists.of(list)) + "\n"));
    }

    String connect(List<ServerPlace> servers) {
        return servers.stream().map(ServerPlace::clientAddress).collect(Collectors.joining(",")) + chroot;
    }
}
