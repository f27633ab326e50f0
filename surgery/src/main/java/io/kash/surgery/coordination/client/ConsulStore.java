package io.kash.surgery.coordination.client;

import io.kash.surgery.consul.client.ConsulAgent;
import io.kash.surgery.coordination.Store;
import io.kash.surgery.coordination.client.ConsulCalls.ConflictException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
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
 */
public final class ConsulStore implements Store {
    static final String PLACE = "Consul";
    private static final int MAX_VALUE_BYTES = 64 * 1024;
    private static final QueryOptions CONSISTENT = ImmutableQueryOptions.builder()
            .consistencyMode(ConsistencyMode.CONSISTENT)
            .build();

    private final ConsulAgent agent;
    private final String root;
    private final ConsulCalls calls;

    /**
     * Connects when it is first used.
     *
     * @param address {@code http://host:8500} or {@code https://host:8501}
     * @param token asked once, when it is first used
     * @param environment its name, which becomes part of the keys
     */
    public ConsulStore(String address, Supplier<Optional<String>> token, String environment) {
        this.agent = new ConsulAgent(address, token);
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
    public void close() {
        agent.close();
    }

    Consul client() {
        return agent.client();
    }

    String path(String key) {
        return root + Values.key(key);
    }
}
