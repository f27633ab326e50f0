package io.kash.surgery.membership;

import io.kash.surgery.zookeeper.ConnectString;
import io.kash.surgery.zookeeper.ConnectString.Endpoint;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a list of servers, as a client was given it, is worth when only some servers stay. */
final class Dependence {
    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9A-Fa-f.%]*:[0-9A-Fa-f:.%]+");
    private static final int SPARE = 2;

    private Dependence() {}

    /**
     * Why a client with this list depends on servers that leave; empty when it does not.
     *
     * @param connect {@code host:port,host:port/chroot}; a port left out is 2181
     * @param survivors client addresses of those that stay
     */
    static Optional<String> of(String connect, List<String> survivors) {
        List<Endpoint> named = ConnectString.of(connect).servers();
        long staying = named.stream()
                .map(Endpoint::toString)
                .filter(survivors::contains)
                .count();
        int wanted = Math.min(SPARE, survivors.size());
        if (staying >= wanted) {
            return Optional.empty();
        }
        if (named.stream().anyMatch(server -> !ADDRESS.matcher(server.host()).matches())) {
            return Optional.of("a name, which a server or broker of this age resolves only now and then");
        }
        return Optional.of(
                staying == 0
                        ? "and none of those stays"
                        : "and only " + staying + " of those stays, where " + wanted + " are wanted");
    }
}
