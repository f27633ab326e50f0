package io.kash.surgery.addressing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON that other tools and people read: indented by two, keys in the order given. */
final class ToolJson {
    private static final DefaultPrettyPrinter PRINTER = new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));

    private static final ObjectMapper JSON = new ObjectMapper();

    private ToolJson() {}

    static String text(Map<String, Object> document) {
        try {
            return JSON.writer(PRINTER).writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, lists, numbers and texts can be written", e);
        }
    }

    /** A server as both tools get it; {@code zone} is null where it is not known. */
    static Map<String, Object> server(ServerPlace server) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", server.id());
        fields.put("zone", server.zone().orElse(null));
        fields.put("address", server.host());
        fields.put("quorum_port", server.ports().quorum());
        fields.put("election_port", server.ports().election());
        fields.put("client_port", server.ports().client());
        return fields;
    }
}
