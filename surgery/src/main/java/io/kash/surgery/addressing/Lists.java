package io.kash.surgery.addressing;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The servers of an ensemble before and after it is replaced.
 *
 * @param old those that are to go, in the order of their ids
 * @param fresh those that are to stay, in the order of their ids
 */
public record Lists(List<ServerPlace> old, List<ServerPlace> fresh) {
    public Lists {
        old = List.copyOf(old);
        fresh = List.copyOf(fresh);
    }

    public List<ServerPlace> of(ServerList list) {
        return switch (list) {
            case OLD -> old;
            case FINAL -> fresh;
            case JOINT ->
                Stream.concat(old.stream(), fresh.stream())
                        .sorted(Comparator.comparingInt(ServerPlace::id))
                        .toList();
        };
    }

    /** Whether a server of the joint list comes into an ensemble that is there already. */
    boolean joins(ServerPlace server) {
        return !old.isEmpty() && fresh.contains(server);
    }
}
