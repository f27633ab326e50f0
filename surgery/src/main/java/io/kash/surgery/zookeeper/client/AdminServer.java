package io.kash.surgery.zookeeper.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A server's own small web server (ZooKeeper administrator's guide, "The AdminServer"), since 3.5. It is looked for on its
 * usual port: no server says on which it is.
 */
final class AdminServer {
    /** Where a server that says nothing else has it. */
    static final int USUAL_PORT = 8080;

    private static final int MOST_BYTES = 8_000_000;
    private static final Duration CONNECTS_WITHIN = Duration.ofMillis(500);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int port;
    private @Nullable HttpClient client;

    AdminServer(int port) {
        this.port = port;
    }

    /**
     * The answer to one of its commands.
     *
     * @param server the client port of the server
     * @throws IOException with a message an operator understands
     */
    JsonNode ask(String command, InetSocketAddress server) throws IOException {
        String host = server.getAddress().getHostAddress();
        URI uri = URI.create(
                "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/commands/" + command);
        try {
            HttpResponse<InputStream> response = client().send(
                            HttpRequest.newBuilder(uri).timeout(ANSWERS_WITHIN).build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                JsonNode answer = JSON.readTree(body.readNBytes(MOST_BYTES));
                if (response.statusCode() != 200 || !answer.path("command").isTextual()) {
                    throw new IOException("what answers on port " + port + " is no AdminServer");
                }
                return answer;
            }
        } catch (HttpTimeoutException e) {
            throw new IOException("no answer on port " + port, e);
        } catch (ConnectException e) {
            throw new IOException("nobody listens on port " + port, e);
        } catch (JsonProcessingException e) {
            throw new IOException("what answers on port " + port + " is no AdminServer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Made when it is first needed: it has a thread of its own. */
    private synchronized HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            made = HttpClient.newBuilder()
                    .connectTimeout(CONNECTS_WITHIN)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
            client = made;
        }
        return made;
    }
}
