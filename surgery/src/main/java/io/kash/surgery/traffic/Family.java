package io.kash.surgery.traffic;

import io.kash.surgery.environment.Environment;
import io.kash.surgery.kafka.BrokerId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which of the two sorts a broker is of, for colours and legends. */
public enum Family {
    OLD,
    NEW,
    OTHER;

    /** By the environment's fleets alone. */
    public static Family of(Environment environment, int broker) {
        return in(environment, "old", broker) ? OLD : in(environment, "new", broker) ? NEW : OTHER;
    }

    private static boolean in(Environment environment, String fleet, int broker) {
        return environment
                .fleet(fleet)
                .filter(declared -> declared.ids().contains(broker))
                .isPresent();
    }

    /**
     * By the fleets, and where none is declared by what happened: a broker that gave all its replicas is old, one that had
     * none and got some is new.
     */
    static SortedMap<Integer, Family> of(
            Environment environment, Optional<Marks> before, Optional<Marks> after, List<Sample> samples) {
        SortedMap<Integer, Family> families = new TreeMap<>();
        Set<Integer> had = holders(before);
        Set<Integer> have = holders(after);
        TreeSet<Integer> all = new TreeSet<>(had);
        all.addAll(have);
        samples.forEach(sample -> all.addAll(sample.messages().keySet()));
        for (int broker : all) {
            Family declared = of(environment, broker);
            boolean known = before.isPresent() && after.isPresent();
            boolean gave = known && had.contains(broker) && !have.contains(broker);
            boolean got = known && !had.contains(broker) && have.contains(broker);
            families.put(broker, declared != OTHER ? declared : gave ? OLD : got ? NEW : OTHER);
        }
        return Collections.unmodifiableSortedMap(families);
    }

    private static Set<Integer> holders(Optional<Marks> marks) {
        TreeSet<Integer> holders = new TreeSet<>();
        marks.ifPresent(seen -> seen.partitions()
                .values()
                .forEach(mark -> mark.replicas().stream().map(BrokerId::value).forEach(holders::add)));
        return holders;
    }
}
