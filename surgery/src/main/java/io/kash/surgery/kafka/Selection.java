package io.kash.surgery.kafka;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All things of a sort, or the ones named.
 *
 * @param named empty for all
 */
public record Selection<T extends Comparable<T>>(Optional<SortedSet<T>> named) {
    public Selection {
        named = named.map(set -> Collections.unmodifiableSortedSet(new TreeSet<>(set)));
    }

    public static <T extends Comparable<T>> Selection<T> all() {
        return new Selection<>(Optional.empty());
    }

    public static <T extends Comparable<T>> Selection<T> none() {
        return of(List.<T>of());
    }

    public static <T extends Comparable<T>> Selection<T> of(Iterable<T> items) {
        TreeSet<T> set = new TreeSet<>();
        items.forEach(set::add);
        return new Selection<>(Optional.of(set));
    }

    public boolean includes(T item) {
        return named.map(set -> set.contains(item)).orElse(true);
    }

    public Selection<T> and(Selection<T> other) {
        if (named.isEmpty() || other.named.isEmpty()) {
            return all();
        }
        TreeSet<T> both = new TreeSet<>(named.get());
        both.addAll(other.named.get());
        return new Selection<>(Optional.of(both));
    }
}
