package io.kash.surgery.addressing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Variables for Terraform, as {@code zookeeper.auto.tfvars.json}:
 *
 * <pre>{@code
 * variable "zookeeper_servers" {
 *   type = map(object({
 *     id = number, zone = optional(string), address = string,
 *     quorum_port = number, election_port = number, client_port = number
 *   }))
 * }
 * variable "zookeeper_connect" { type = string }
 * }</pre>
 *
 * The servers are a map by id, for {@code for_each}: with {@code count} one that goes would move all behind it.
 */
public record TerraformVariables(KafkaProperties kafka) implements Rendering {
    @Override
    public List<Rendered> render(Lists lists, ServerList list) {
        Map<String, Object> byId = new LinkedHashMap<>();
        for (ServerPlace server : lists.of(list)) {
            byId.put(String.valueOf(server.id()), ToolJson.server(server));
        }
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("zookeeper_connect", kafka.connect(lists.of(list)));
        variables.put("zookeeper_servers", byId);
        return List.of(new Rendered(OptionalInt.empty(), "zookeeper.auto.tfvars.json", ToolJson.text(variables)));
    }
}
