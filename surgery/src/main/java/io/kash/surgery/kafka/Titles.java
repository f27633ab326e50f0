package io.kash.surgery.kafka;

import java.util.Collection;
import java.util.stream.Collectors;

/** How several things are named in one short line. */
public final class Titles {
    private static final int NAMED = 3;

    private Titles() {}

    /** {@code orders-1, orders-2, orders-3 and 9 more}. */
    public static String names(Collection<?> things) {
        String some = things.stream().limit(NAMED).map(Object::toString).collect(Collectors.joining(", "));
        return things.size() > NAMED ? some + " and " + (things.size() - NAMED) + " more" : some;
    }

    /** A count and its noun: {@code 1 topic}, {@code 12 topics}. */
    public static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** {@code broker 14}, {@code brokers 14,4,9}. */
    public static String labelled(Collection<BrokerId> brokers) {
        return (brokers.size() == 1 ? "broker " : "brokers ") + brokers(brokers);
    }

    /** {@code 14,4,9}. */
    public static String brokers(Collection<BrokerId> brokers) {
        return brokers.stream().map(BrokerId::toString).collect(Collectors.joining(","));
    }
}
