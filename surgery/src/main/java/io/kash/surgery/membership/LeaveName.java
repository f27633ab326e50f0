package io.kash.surgery.membership;

import io.kash.surgery.naming.HideInstance;
import io.kash.surgery.naming.Name;
import io.kash.surgery.naming.Names;
import io.kash.surgery.naming.NamesLook;
import io.kash.surgery.plan.Kind;
import io.kash.surgery.plan.Progress;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Standing;
import io.kash.surgery.plan.Step;
import io.kash.surgery.quorum.Reach;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Takes a server that will leave out of what a name stands for, so that no client is sent to it any more, and waits until what
 * clients and resolvers remember is over. Never before enough of those that stay are behind the name.
 *
 * <p>What happens when it fails half-way: the name says whether the server is behind it. An instance that was hidden stays
 * hidden: the server is to go. Whoever cancels makes it visible again with {@code consul maint -disable} on its node.
 *
 * @param id of the server
 * @param address of the server, without the port
 * @param host the name
 * @param staying addresses of those that stay, without ports
 * @param rest how long the name must have stood for others only: longer than its time to live and than the 30 s for
 *     which a JVM remembers an answer ({@code networkaddress.cache.ttl})
 */
public record LeaveName(int id, String address, String host, List<String> staying, Duration rest) implements Step {
    public static final Kind KIND = Kind.of("zookeeper.leave-name/1");

    public LeaveName {
        staying = List.copyOf(staying);
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "take server " + id + " out of " + host;
    }

    @Override
    public Scope scope() {
        return Scope.of(NamesLook.at(List.of(host)));
    }

    @Override
    public Standing standing(Snapshot now) {
        Name name = now.part(Names.class).of(host).orElseThrow();
        if (!name.problem().isEmpty()) {
            return new Standing.Blocked(host + " is not known: " + name.problem());
        }
        long present = staying.stream().filter(name.addresses()::contains).count();
        int wanted = Reach.wanted(staying);
        if (present < wanted) {
            return new Standing.Blocked(host + " stands for " + present + " of the servers that stay, where " + wanted
                    + " are wanted; server " + id + " remains behind it");
        }
        if (!name.addresses().contains(address)) {
            return name.since().plus(rest).isAfter(now.observedAt()) ? Standing.UNDERWAY : Standing.DONE;
        }
        return name.managed()
                ? Standing.READY
                : new Standing.Blocked("take " + address + " out of " + host
                        + ", which is no service of the environment's Consul; then it goes on");
    }

    HideInstance effect() {
        return new HideInstance(host, address, "kash: server " + id + " leaves the ensemble for good");
    }

    @Override
    public Snapshot project(Snapshot before) {
        return before.find(Names.class)
                .map(names -> before.with(without(names)))
                .orElse(before);
    }

    private Names without(Names names) {
        SortedMap<String, Name> byHost = new TreeMap<>(names.byHost());
        byHost.computeIfPresent(host, (same, name) -> {
            TreeSet<String> addresses = new TreeSet<>(name.addresses());
            addresses.remove(address);
            return new Name(host, addresses, name.since().minus(rest), name.managed(), name.problem());
        });
        return new Names(byHost);
    }

    /** Never in flight: a hidden instance hurts nobody for as long as it is. */
    @Override
    public Progress progress(Snapshot now) {
        return new Progress(Progress.Unit.SERVERS, standing(now).equals(Standing.DONE) ? 1 : 0, 1, 0);
    }
}
