package io.kash.surgery.coordination.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.kash.surgery.coordination.Store;
import io.kash.surgery.coordination.StoreUnavailable;
import io.kash.surgery.problem.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where Consul's token goes, seen from the other end: an agent that refuses everything and keeps what it was asked. */
class ConsulTokenIT {
    private static final String TOKEN = "not-for-urls";

    private final List<String> urls = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private HttpServer agent;

    @BeforeEach
    void start() throws IOException {
        agent = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        agent.createContext("/", exchange -> {
            urls.add(exchange.getRequestURI().toString());
            tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Consul-Token")));
            byte[] body = "Permission denied".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(403, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        agent.start();
    }

    @AfterEach
    void stop() {
        agent.stop(0);
    }

    @Test
    void theTokenIsInTheHeaderOfEveryRequestAndNowhereElse() {
        try (Store store = store()) {
            assertThatThrownBy(() -> store.get("a")).satisfies(ConsulTokenIT::isDeniedWithoutTheToken);
            assertThatThrownBy(() -> store.putIf("a", "v", Store.ABSENT))
                    .satisfies(ConsulTokenIT::isDeniedWithoutTheToken);
            assertThatThrownBy(() -> store.list("a")).satisfies(ConsulTokenIT::isDeniedWithoutTheToken);
            assertThatThrownBy(store::session).satisfies(ConsulTokenIT::isDeniedWithoutTheToken);
        }

        assertThat(tokens).hasSizeGreaterThanOrEqualTo(4).containsOnly(TOKEN);
        assertThat(urls).allSatisfy(url -> assertThat(url).doesNotContain(TOKEN, "token"));
    }

    @Test
    void whatDecidesIsReadInTheConsistentMode() {
        try (Store store = store()) {
            assertThatThrownBy(() -> store.get("a")).isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> store.list("a")).isInstanceOf(StoreUnavailable.class);
        }

        assertThat(urls).hasSize(2).allSatisfy(url -> assertThat(url).contains("consistent"));
    }

    private Store store() {
        return new ConsulStore("http://127.0.0.1:" + agent.getAddress().getPort(), () -> Optional.of(TOKEN), "lab");
    }

    private static void isDeniedWithoutTheToken(Throwable thrown) {
        assertThat(thrown).isInstanceOfSatisfying(StoreUnavailable.class, e -> {
            assertThat(e.problem().kind()).isEqualTo(Problem.Kind.NOT_AUTHORISED);
            assertThat(e.problem().toString()).doesNotContain(TOKEN);
        });
    }
}
