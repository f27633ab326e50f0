package io.kash.surgery.consul.client;

import io.kash.surgery.problem.Problem;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kiwiproject.consul.Consul;

/**
 * One agent, connected to when it is first needed. The token goes in the {@code X-Consul-Token} header and nowhere else. A
 * certificate must be one that the JVM trusts.
 */
public final class ConsulAgent implements AutoCloseable {
    private static final int CONNECTS_WITHIN_MILLIS = 2_000;
    private static final int ANSWERS_WITHIN_MILLIS = 5_000;
    private static final int FIRST_VISIBLE = '!';
    private static final int LAST_VISIBLE = '~';

    private final String address;
    private final Supplier<Optional<String>> token;
    private @Nullable Consul client;
    private boolean closed;

    /**
     * @param address {@code http://host:8500} or {@code https://host:8501}
     * @param token asked once, when the agent is first used
     */
    public ConsulAgent(String address, Supplier<Optional<String>> token) {
        this.address = address;
        this.token = token;
    }

    public String address() {
        return address;
    }

    /**
     * The client, the same at every call.
     *
     * @throws IllegalStateException when it is closed
     * @throws io.kash.surgery.problem.ProblemException of kind USAGE when no header can hold the token
     */
    public synchronized Consul client() {
        if (closed) {
            throw new IllegalStateException("the connection to Consul is closed");
        }
        Consul opened = client;
        if (opened == null) {
            Consul.Builder builder = Consul.builder()
                    .withUrl(address)
                    .withPing(false)
                    .withConnectTimeoutMillis(CONNECTS_WITHIN_MILLIS)
                    .withReadTimeoutMillis(ANSWERS_WITHIN_MILLIS)
                    .withWriteTimeoutMillis(ANSWERS_WITHIN_MILLIS);
            // Not withAclToken, which puts it into URLs.
            token.get().map(this::usable).ifPresent(builder::withTokenAuth);
            opened = builder.build();
            client = opened;
        }
        return opened;
    }

    /** What cannot stand in a header is refused here: the HTTP client would repeat it in the message of its exception. */
    private String usable(String secret) {
        if (secret.chars().anyMatch(c -> c < FIRST_VISIBLE || c > LAST_VISIBLE)) {
            throw Problem.usage(
                            "Consul's token cannot be used",
                            address,
                            "it holds a blank, a line end or a letter that is not ASCII, which no token does",
                            "correct what consul.token of the environments file refers to")
                    .asException();
        }
        return secret;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            client.destroy();
        }
    }
}
