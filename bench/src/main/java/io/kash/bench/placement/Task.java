package io.kash.bench.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What is asked of the planner. Brokers are numbered from 0; new ones follow the old. */
enum Task {
    REPLACE,
    SHRINK,
    DRAIN,
    REBALANCE,
    TIDY;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean levels() {
        return this == REBALANCE || this == TIDY;
    }

    /** The racks of the brokers that are added. */
    List<Integer> added(List<Integer> racks) {
        List<Integer> added = new ArrayList<>();
        if (this == REPLACE) {
            added.addAll(racks);
        } else if (this == SHRINK) {
            int fewer = Math.max(3, racks.size() * 4 / 5 / 3 * 3);
            for (int i = 0; i < fewer; i++) {
                added.add(i % 3);
            }
        } else if (this == REBALANCE) {
            for (int i = 0; i < Math.max(3, racks.size() / 30 * 3); i++) {
                added.add(i % 3);
            }
        }
        return added;
    }

    /** @param load bytes by broker, of the old ones */
    List<Integer> removed(double[] load) {
        List<Integer> removed = new ArrayList<>();
        for (int broker = 0; broker < load.length; broker++) {
            removed.add(broker);
        }
        if (this == DRAIN) {
            return List.of(removed.stream()
                    .max(Comparator.comparingDouble(broker -> load[broker]))
                    .orElseThrow());
        }
        return levels() ? List.of() : removed;
    }
}
