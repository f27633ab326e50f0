package io.kash.surgery.rolling;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.BrokerProcessesLook;
import io.kash.surgery.kafka.BrokerSettingsLook;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.plan.Kind;
import io.kash.surgery.plan.Request;
import io.kash.surgery.plan.Scope;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Restart brokers, one at a time.
 *
 * @param words the operator's words, for lists and progress
 * @param restarts the brokers, with the processes that are to be replaced
 * @param expected settings every one of them is to show afterwards; a broker that shows them all is left alone
 * @param accepted topics that may be without writes, or without a leader, while one of their brokers is away
 * @param patience how long a broker may take to come back and to catch up
 */
public record RollRequest(
        String words,
        List<Restart> restarts,
        SortedMap<String, String> expected,
        SortedSet<String> accepted,
        Duration patience)
        implements Request {
    public static final Kind KIND = Kind.of("kafka.roll/1");

    public RollRequest {
        restarts = List.copyOf(restarts);
        expected = Collections.unmodifiableSortedMap(new TreeMap<>(expected));
        accepted = Collections.unmodifiableSortedSet(new TreeSet<>(accepted));
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Scope scope() {
        return scope(restarts, expected);
    }

    /** What shows whether brokers have been restarted. */
    static Scope scope(Collection<Restart> restarts, SortedMap<String, String> expected) {
        Scope scope =
                Scope.of(new ClusterLook(Selection.all()), new BrokerSettingsLook(new TreeSet<>(expected.keySet())));
        SortedMap<BrokerId, String> hosts = new TreeMap<>();
        restarts.stream()
                .filter(restart -> restart.process().isPresent())
                .forEach(restart -> hosts.put(restart.broker(), restart.host()));
        return hosts.isEmpty() ? scope : scope.and(Scope.of(new BrokerProcessesLook(hosts)));
    }
}
