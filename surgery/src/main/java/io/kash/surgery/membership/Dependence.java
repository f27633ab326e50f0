package io.kash.surgery.membership;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a list of servers, as a client was given it, is worth when only some servers stay. */
final class Dependence {
    private static final Pattern ADDRESS =
            Pattern.compile("(?:[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|\\[[0-9A-Fa-f:.%]+])(?::[0-9]{1,5})?");
    private static final int SPARE = 2;

    private Dependence() {}

    /**
     * Why a client with this list depends on servers that leave; empty when it does not.
     *
     * @param connect {@code host:port,host:port/chroot}; a port left out is 2181
     * @param survivors client addresses of those that stay
     */
    static Optional<String> of(String connect, List<String> survivors) {
        int chroot = connect.indexOf('/');
        List<String> named = Arrays.stream((chroot < 0 ? connect : connect.substring(0, chroot)).split(",", -1))
                .map(String::strip)
                .toList();
        long staying = named.stream()
                .map(Dependence::withPort)
                .filter(survivors::contains)
                .count();
        int wanted = Math.min(SPARE, survivors.size());
        if (staying >= wanted) {
            return Optional.empty();
        }
        boolean names =
                named.stream().anyMatch(server -> !ADDRESS.matcher(server).matches());
        if (names) {
            return Optional.of("a name, which a server or broker of this age resolves only now and then");
        }
        return Optional.of(
                staying == 0
                        ? "and none of those stays"
                        : "and only " + staying + " of those stays, where " + wanted + " are wanted");
    }

    private static String withPort(String server) {
        return server.lastIndexOf(':') > server.lastIndexOf(']') ? server : server + ":2181";
    }
}
