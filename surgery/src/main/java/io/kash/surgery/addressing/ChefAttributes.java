package io.kash.surgery.addressing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Each server's node attributes, as {@code chef-solo -j} takes them: {@code node['zookeeper']['myid']} and
 * {@code node['zookeeper']['servers']}, a list in the order of the ids.
 *
 * @param kafka writes {@code node['zookeeper']['connect']}
 */
public record ChefAttributes(KafkaProperties kafka) implements Rendering {
    @Override
    public List<Rendered> render(Lists lists, ServerList list) {
        List<ServerPlace> servers = lists.of(list);
        return servers.stream()
                .map(server -> new Rendered(OptionalInt.of(server.id()), "attributes.json", content(server, servers)))
                .toList();
    }

    private String content(ServerPlace own, List<ServerPlace> servers) {
        Map<String, Object> zookeeper = new LinkedHashMap<>();
        zookeeper.put("myid", own.id());
        zookeeper.put("connect", kafka.connect(servers));
        zookeeper.put("servers", servers.stream().map(ToolJson::server).toList());
        return ToolJson.text(Map.of("zookeeper", zookeeper));
    }
}
