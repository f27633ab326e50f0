package io.kash.surgery.movement;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.operation.Control;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.schedule.Admission;
import io.kash.surgery.schedule.Job;
import io.kash.surgery.schedule.Limits;
import io.kash.surgery.schedule.Links;
import io.kash.surgery.schedule.Numbers;
import io.kash.surgery.schedule.Sources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What is to be moved and what is on its way, as links and jobs: the engine's words turned into numbers and back. */
final class Traffic {
    /** From one look to the next, and what a request takes. */
    private static final double TICK_SECONDS = 1;
    /** Where no throttle is known; only how links compare matters much. */
    private static final double UNKNOWN_RATE = 50_000_000;

    private final int window;
    private final Disks disks;
    private final List<Way> ways = new ArrayList<>();
    private final List<BrokerId> brokers;
    private final Map<BrokerId, Integer> numbers = new HashMap<>();
    private final Links links;
    private final int[] sending;
    private final int[] receiving;

    /** One to be begun, copied from that broker. */
    record Choice(Way way, BrokerId source) {}

    Traffic(MoveReplicas step, Snapshot now, Control control) {
        Cluster cluster = now.part(Cluster.class);
        this.disks = now.part(Disks.class);
        this.window = control.limits().window().orElse(step.window());
        TreeSet<BrokerId> all = new TreeSet<>();
        for (Move move : step.moves()) {
            Way.of(move, cluster).ifPresent(ways::add);
        }
        for (Way way : ways) {
            all.addAll(way.move().from());
            all.addAll(way.move().to());
            way.partition().leader().ifPresent(all::add);
        }
        this.brokers = List.copyOf(all);
        brokers.forEach(broker -> numbers.put(broker, numbers.size()));
        this.links = links(now);
        this.sending = new int[brokers.size()];
        this.receiving = new int[brokers.size()];
        ways.stream().filter(way -> way.standing().inFlight()).forEach(this::count);
    }

    private void count(Way way) {
        sending[number(source(way))]++;
        way.move().adding().forEach(broker -> receiving[number(broker)]++);
    }

    /** What brokers are allowed now, as it is set on them. */
    private Links links(Snapshot now) {
        double[] out = new double[brokers.size()];
        double[] in = new double[brokers.size()];
        Throttles throttles = now.find(Throttles.class).orElse(Throttles.NONE);
        for (BrokerId broker : brokers) {
            out[number(broker)] = rate(throttles, broker, Throttles.LEADER_RATE);
            in[number(broker)] = rate(throttles, broker, Throttles.FOLLOWER_RATE);
        }
        return new Links(out, in);
    }

    private static double rate(Throttles throttles, BrokerId broker, String key) {
        try {
            return throttles.ofBroker(broker, key).map(Double::parseDouble).orElse(UNKNOWN_RATE);
        } catch (NumberFormatException e) {
            return UNKNOWN_RATE;
        }
    }

    private int number(BrokerId broker) {
        return numbers.getOrDefault(broker, 0);
    }

    /** Moves that are not over. */
    List<Way> ways() {
        return ways;
    }

    private static BrokerId source(Way way) {
        return way.partition().leader().orElse(way.move().from().get(0));
    }

    /** Whether one more may be in flight at all of its brokers; it is counted as begun. */
    boolean room(Way way) {
        boolean room = sending[number(source(way))] < window;
        for (BrokerId receiver : way.move().adding()) {
            room &= receiving[number(receiver)] < window;
        }
        if (room) {
            count(way);
        }
        return room;
    }

    /** Those that are to be begun now. */
    List<Choice> choices() {
        List<Job<Way>> jobs = new ArrayList<>();
        List<Numbers> possible = new ArrayList<>();
        List<Choice> choices = new ArrayList<>();
        for (Way way : ways) {
            if (way.standing() == MoveStanding.PENDING && way.onlyOrder()) {
                choices.add(new Choice(way, source(way)));
            } else if (way.standing() != MoveStanding.OUT_OF_ORDER) {
                jobs.add(job(way));
                possible.add(Numbers.of(
                        way.possibleSources().stream().mapToLong(this::number).toArray()));
            }
        }
        List<Job<Way>> next =
                Admission.next(Sources.even(jobs, possible, links), links, new Limits(TICK_SECONDS, window));
        next.forEach(job -> choices.add(new Choice(job.name(), brokers.get(job.source()))));
        return choices;
    }

    private Job<Way> job(Way way) {
        List<BrokerId> receivers = way.move().adding();
        return new Job<>(
                way,
                number(source(way)),
                Numbers.of(receivers.stream().mapToLong(this::number).toArray()),
                Numbers.of(receivers.stream()
                        .mapToLong(receiver -> MoveReplicas.lacking(way.move(), receiver, disks))
                        .toArray()),
                way.standing() != MoveStanding.PENDING || way.turned(),
                way.internal());
    }
}
