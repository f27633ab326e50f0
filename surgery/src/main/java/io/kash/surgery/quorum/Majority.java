package io.kash.surgery.quorum;

import io.kash.surgery.plan.Finding;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Voters of which more than half decide.
 *
 * @param voters their ids
 * @param zones the zone of each, by id; those whose zone nobody knows are left out
 */
public record Majority(SortedSet<Integer> voters, SortedMap<Integer, String> zones) {
    public Majority {
        voters = Collections.unmodifiableSortedSet(new TreeSet<>(voters));
        zones = Collections.unmodifiableSortedMap(new TreeMap<>(zones));
    }

    public static Majority of(Collection<Integer> voters, Map<Integer, String> zones) {
        return new Majority(new TreeSet<>(voters), new TreeMap<>(zones));
    }

    /** How many of them may fail at once while the rest still decides. */
    public int mayFail() {
        return (voters.size() - 1) / 2;
    }

    /** Zones without which fewer than a majority is left. */
    public List<String> fatalZones() {
        Map<String, Long> byZone = voters.stream()
                .filter(zones::containsKey)
                .collect(Collectors.groupingBy(
                        voter -> String.valueOf(zones.get(voter)), TreeMap::new, Collectors.counting()));
        int quorum = voters.size() / 2 + 1;
        return byZone.entrySet().stream()
                .filter(zone -> voters.size() - zone.getValue() < quorum)
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * The refusal when these are fewer voters than must stay; none when they are enough. A quorum of nobody is never what is
     * meant, whatever floor was asked for.
     *
     * @param least how many must stay; less than 1 counts as 1
     * @param join the command that makes others join
     */
    public List<Finding> floor(int least, String join) {
        int floor = Math.max(1, least);
        int count = voters.size();
        String ids = voters.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return count >= floor
                ? List.of()
                : List.of(Finding.refusal(
                        count + (count == 1 ? " voter" : " voters") + " would stay: " + (count == 0 ? "none" : ids),
                        "at least " + floor
                                + (floor == 1 ? " stays" : " stay, so that one may fail and the rest still decides"),
                        "join others first (" + join + "), or set --floor lower"));
    }
}
