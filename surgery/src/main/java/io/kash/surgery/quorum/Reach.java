package io.kash.surgery.quorum;

import io.kash.surgery.naming.Name;
import io.kash.surgery.naming.Names;
import io.kash.surgery.quorum.ConnectString.Endpoint;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which servers a client reaches with the list it was given, names in it resolved as clients are told now. A client resolves
 * a name anew whenever it connects (from ZooKeeper 3.4.13 on, ZOOKEEPER-2184; Kafka's since 2.0), so a name that stands
 * for the right servers needs no restart.
 *
 * @param names what was found for the names in lists
 */
public record Reach(Names names) {
    /** A client wants one to be connected to and one more. */
    private static final int SPARE = 2;

    /** The names in these lists. */
    public static SortedSet<String> named(Collection<String> lists) {
        SortedSet<String> hosts = new TreeSet<>();
        lists.stream()
                .flatMap(list -> ConnectString.of(list).servers().stream())
                .filter(Endpoint::named)
                .map(Endpoint::host)
                .forEach(hosts::add);
        return hosts;
    }

    /** How many of these a client is to reach at the least. */
    public static int wanted(List<String> survivors) {
        return Math.max(1, Math.min(SPARE, survivors.size()));
    }

    /** Where a client with this list goes: client addresses as {@code host:port}, names resolved. */
    public List<String> servers(String connect) {
        return ConnectString.of(connect).servers().stream()
                .flatMap(this::servers)
                .distinct()
                .toList();
    }

    private Stream<String> servers(Endpoint endpoint) {
        return endpoint.named()
                ? names.of(endpoint.host()).stream()
                        .flatMap(name -> name.addresses().stream())
                        .map(address -> new Endpoint(address, endpoint.port()).toString())
                : Stream.of(endpoint.toString());
    }

    /**
     * Why a client with this list depends on servers that leave; empty when it does not.
     *
     * @param connect {@code host:port,host:port/chroot}; a port left out is 2181
     * @param survivors client addresses of those that stay
     */
    public Optional<String> dependence(String connect, List<String> survivors) {
        return lacking(servers(connect), survivors)
                .map(why -> unknown(connect).map(problem -> "and " + problem).orElse(why));
    }

    /**
     * Why it is not enough to reach these; empty when it is.
     *
     * @param reached addresses as {@code host:port}
     * @param survivors addresses of those that stay
     */
    public static Optional<String> lacking(List<String> reached, List<String> survivors) {
        long staying = reached.stream().filter(survivors::contains).count();
        int wanted = wanted(survivors);
        if (staying >= wanted) {
            return Optional.empty();
        }
        return Optional.of(
                staying == 0
                        ? "and none of those stays"
                        : "and only " + staying + " of those stays, where " + wanted + " are wanted");
    }

    private Optional<String> unknown(String connect) {
        return named(List.of(connect)).stream()
                .map(host -> names.of(host).map(Name::problem).orElse("it was not resolved"))
                .filter(problem -> !problem.isEmpty())
                .findFirst();
    }
}
