package io.kash.surgery.zookeeper.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.kash.surgery.zookeeper.Sessions.ClientSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Understands what a server answers to {@code cons}, and its AdminServer to {@code connections}. A connection without a
 * session, such as the one that asks, is left out. Pure.
 */
final class ConnectionLines {
    private static final Pattern LINE = Pattern.compile("\\s*/?(\\S+?)\\[[0-9a-f]*]\\((.*)\\)\\s*");
    private static final Pattern ID = Pattern.compile("0x[0-9a-f]{1,16}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private ConnectionLines() {}

    static List<ClientSession> ofWord(String cons) {
        List<ClientSession> sessions = new ArrayList<>();
        for (String line : cons.split("\\R", -1)) {
            Matcher connection = LINE.matcher(line);
            if (connection.matches()) {
                Map<String, String> fields = fields(connection.group(2));
                String id = fields.getOrDefault("sid", "");
                if (ID.matcher(id).matches()) {
                    sessions.add(new ClientSession(
                            connection.group(1),
                            id,
                            number(fields.getOrDefault("to", "")),
                            instant(fields.getOrDefault("est", "")),
                            fields.getOrDefault("lop", "")));
                }
            }
        }
        return sessions;
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String field : text.split(",", -1)) {
            int at = field.indexOf('=');
            if (at > 0) {
                fields.putIfAbsent(field.substring(0, at), field.substring(at + 1));
            }
        }
        return fields;
    }

    static List<ClientSession> ofAdminServer(JsonNode connections) {
        List<ClientSession> sessions = new ArrayList<>();
        Stream.of("connections", "secure_connections")
                .forEach(kind -> connections.path(kind).forEach(connection -> id(connection.path("session_id"))
                        .ifPresent(id -> sessions.add(new ClientSession(
                                client(connection.path("remote_socket_address").asText("")),
                                id,
                                number(connection.path("session_timeout").asText("")),
                                instant(connection.path("established").asText("")),
                                connection.path("last_operation").asText(""))))));
        return sessions;
    }

    private static Optional<String> id(JsonNode id) {
        if (id.isIntegralNumber()) {
            return id.asLong() == 0 ? Optional.empty() : Optional.of("0x" + Long.toHexString(id.asLong()));
        }
        return Optional.of(id.asText("")).filter(text -> ID.matcher(text).matches());
    }

    private static String client(String address) {
        return address.startsWith("/") ? address.substring(1) : address;
    }

    private static OptionalLong number(String text) {
        return NUMBER.matcher(text).matches() ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private static Optional<Instant> instant(String millis) {
        OptionalLong number = number(millis);
        return number.isPresent() ? Optional.of(Instant.ofEpochMilli(number.getAsLong())) : Optional.empty();
    }
}
