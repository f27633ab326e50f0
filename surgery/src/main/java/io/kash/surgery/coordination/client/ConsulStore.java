package io.kash.surgery.coordination.client;

import io.kash.surgery.coordination.Store;
import io.kash.surgery.coordination.client.ConsulCalls.ConflictException;
import io.kash.surgery.problem.Problem;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kiwiproject.consul.Consul;
import org.kiwiproject.consul.model.ConsulResponse;
import org.kiwiproject.consul.model.kv.ImmutableOperation;
import org.kiwiproject.consul.model.kv.Operation;
import org.kiwiproject.consul.model.kv.TxResponse;
import org.kiwiproject.consul.model.kv.Value;
import org.kiwiproject.consul.model.kv.Verb;
import org.kiwiproject.consul.option.ConsistencyMode;
import org.kiwiproject.consul.option.ImmutableQueryOptions;
import org.kiwiproject.consul.option.QueryOptions;

/**
 * A store in Consul's key-value store, from 1.8 on, below {@code kash/<environment>/}. An entry's version is its
 * ModifyIndex, which counts over the whole store and so never repeats. Writes are transactions, since only those answer
 * with the index (Consul API, "Transactions"); every read is made in the consistent mode, which asks a quorum.
 *
 * <p>Each write bears a number of its own in the key's flags, which Consul keeps and does not read. By it a write without
 * a reply is found again, and so is one that the HTTP client sent twice. Values stay far below the limit of 512 KiB.
 *
 * <p>The token goes in the {@code X-Consul-Token} header and nowhere else. A certificate must be one that the JVM trusts.
 */
public final class ConsulStore implements Store {
    static final String PLACE = "Consul";
    private static final int MAX_VALUE_BYTES = 64 * 1024;
    private static final int FIRST_VISIBLE = '!';
    private static final int LAST_VISIBLE = '~';
    private static final QueryOptions CONSISTENT = ImmutableQueryOptions.builder()
            .consistencyMode(ConsistencyMode.CONSISTENT)
            .build();

    private final String address;
    private final Supplier<Optional<String>> token;
    private final String root;
    private final ConsulCalls calls;
    private @Nullable Consul client;
    private boolean closed;

    /**
     * Connects when it is first used.
     *
     * @param address {@code http://host:8500} or {@code https://host:8501}
     * @param token asked once, when it is first used
     * @param environment its name, which becomes part of the keys
     */
    public ConsulStore(String address, Supplier<Optional<String>> token, String environment) {
        this.address = address;
        this.token = token;
        this.root = "kash/" + environment + "/";
        this.calls = new ConsulCalls(address);
    }

    @Override
    public Optional<Entry> get(String key) {
        return read(path(key)).map(found -> new Entry(text(found), found.getModifyIndex()));
    }

    @Override
    public Optional<Long> putIf(String key, String value, long version) {
        ImmutableOperation.Builder write =
                ImmutableOperation.builder().verb(Verb.CHECK_AND_SET.toValue()).index(BigInteger.valueOf(version));
        return write(path(key), checked(key, value), write);
    }

    private static String checked(String key, String value) {
        byte[] bytes = Values.bytes(key, value, MAX_VALUE_BYTES);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Writes under conditions; empty when they do not hold, unless because this very write was made before. */
    Optional<Long> write(String path, String value, ImmutableOperation.Builder write, Operation... conditions) {
        long mark = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        Operation[] transaction = new Operation[conditions.length + 1];
        System.arraycopy(conditions, 0, transaction, 0, conditions.length);
        transaction[conditions.length] =
                write.key(path).value(value).flags(mark).build();
        try {
            ConsulResponse<TxResponse> answer =
                    calls.persist(() -> client().keyValueClient().performTransaction(transaction));
            return Optional.of(written(answer.getResponse(), path));
        } catch (ConflictException e) {
            return read(path).filter(found -> found.getFlags() == mark).map(Value::getModifyIndex);
        }
    }

    private static long written(TxResponse answer, String path) {
        for (Map<String, Value> result : answer.results()) {
            for (Value value : result.values()) {
                if (value.getKey().equals(path)) {
                    return value.getModifyIndex();
                }
            }
        }
        throw new IllegalStateException("Consul does not say what it wrote: " + path);
    }

    Optional<Value> read(String path) {
        Optional<ConsulResponse<Value>> answer =
                calls.ask(() -> client().keyValueClient().getConsulResponseWithValue(path, CONSISTENT));
        return answer.map(ConsulResponse::getResponse);
    }

    private static String text(Value value) {
        return value.getValueAsString(StandardCharsets.UTF_8).orElse("");
    }

    @Override
    public List<String> list(String key) {
        String folder = path(key) + "/";
        List<String> below = calls.ask(() -> client().keyValueClient().getKeys(folder, "/", CONSISTENT));
        return below.stream()
                .map(found -> found.substring(folder.length()))
                .map(found -> found.endsWith("/") ? found.substring(0, found.length() - 1) : found)
                .sorted()
                .toList();
    }

    @Override
    public int maxValueBytes() {
        return MAX_VALUE_BYTES;
    }

    @Override
    public Session session() {
        return ConsulSession.begin(this, calls);
    }

    @Override
    public Duration lapse() {
        return ConsulSession.LAPSE;
    }

    @Override
    public Watch watch(String key, Runnable changed) {
        return new ConsulWatch(client().keyValueClient(), path(key), changed);
    }

    @Override
    public boolean shared() {
        return true;
    }

    @Override
    public String place() {
        return PLACE;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            client.destroy();
        }
    }

    synchronized Consul client() {
        if (closed) {
            throw new IllegalStateException("the store is closed");
        }
        Consul opened = client;
        if (opened == null) {
            Consul.Builder builder = Consul.builder()
                    .withUrl(address)
                    .withPing(false)
                    .withConnectTimeoutMillis(ConsulCalls.CONNECTS_WITHIN_MILLIS)
                    .withReadTimeoutMillis(ConsulCalls.ANSWERS_WITHIN_MILLIS)
                    .withWriteTimeoutMillis(ConsulCalls.ANSWERS_WITHIN_MILLIS);
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

    String path(String key) {
        return root + Values.key(key);
    }
}
