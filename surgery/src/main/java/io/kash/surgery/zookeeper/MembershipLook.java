package io.kash.surgery.zookeeper;

import io.kash.surgery.plan.Look;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Asks every server of the ensemble, and others, who belongs to it.
 *
 * @param others client addresses of servers that may not belong to it, as {@code host:port}
 * @param compared client addresses of servers whose tree is compared with the leader's
 * @param showing client addresses of servers that are asked at their own port for the mark, and for nothing else
 * @param marked whether the ensemble's mark is read
 */
public record MembershipLook(
        SortedSet<String> others, SortedSet<String> compared, SortedSet<String> showing, boolean marked)
        implements Look {
    public MembershipLook {
        others = Collections.unmodifiableSortedSet(new TreeSet<>(others));
        compared = Collections.unmodifiableSortedSet(new TreeSet<>(compared));
        showing = Collections.unmodifiableSortedSet(new TreeSet<>(showing));
    }

    public MembershipLook(SortedSet<String> others, SortedSet<String> compared, boolean marked) {
        this(others, compared, new TreeSet<>(), marked);
    }

    /** Asks the ensemble, and these servers beside it. */
    public static MembershipLook with(java.util.Collection<String> others) {
        return new MembershipLook(new TreeSet<>(others), new TreeSet<>(), false);
    }

    @Override
    public Class<Membership> part() {
        return Membership.class;
    }

    @Override
    public Look and(Look other) {
        if (!(other instanceof MembershipLook look)) {
            throw new IllegalArgumentException("not a look at who belongs to the ensemble: " + other);
        }
        SortedSet<String> both = new TreeSet<>(others);
        both.addAll(look.others);
        SortedSet<String> trees = new TreeSet<>(compared);
        trees.addAll(look.compared);
        SortedSet<String> marks = new TreeSet<>(showing);
        marks.addAll(look.showing);
        return new MembershipLook(both, trees, marks, marked || look.marked);
    }
}
