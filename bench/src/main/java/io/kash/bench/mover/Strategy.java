package io.kash.bench.mover;

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

/** What decides which partitions are begun at a tick. */
interface Strategy {
    String name();

    /** Begins some of those that wait. */
    void tick(Scene scene, Network network, int tick);

    /** Everything in one request: {@code kafka-reassign-partitions --execute}. */
    static Strategy oneShot() {
        return new Strategy() {
            @Override
            public String name() {
                return "everything at once";
            }

            @Override
            public void tick(Scene scene, Network network, int tick) {
                if (tick == 0) {
                    scene.copies().forEach(network::begin);
                }
            }
        };
    }

    /** A few partitions, and the next when all of them have arrived. */
    static Strategy batches(int size, int everyTicks) {
        return new Strategy() {
            @Override
            public String name() {
                return "batches of " + size + ", looked at every " + everyTicks + " s";
            }

            @Override
            public void tick(Scene scene, Network network, int tick) {
                if (tick % everyTicks != 0 || !network.idle()) {
                    return;
                }
                scene.copies().stream()
                        .filter(copy -> copy.state == Copying.State.WAITING)
                        .limit(size)
                        .forEach(network::begin);
            }
        };
    }

    /** A number of partitions in flight, the largest first. */
    static Strategy window(int size) {
        return new Strategy() {
            @Override
            public String name() {
                return "a window of " + size + " partitions";
            }

            @Override
            public void tick(Scene scene, Network network, int tick) {
                long room = size
                        - scene.copies().stream()
                                .filter(copy -> copy.state == Copying.State.COPYING)
                                .count();
                scene.copies().stream()
                        .filter(copy -> copy.state == Copying.State.WAITING)
                        .sorted((one, other) ->
                                Long.compare(other.bytes * other.receivers.length, one.bytes * one.receivers.length))
                        .limit(Math.max(0, room))
                        .forEach(network::begin);
            }
        };
    }

    /** The product's own, with what it costs: a partition whose leader is to change begins two ticks later. */
    final class Ours implements Strategy {
        private static final int TICKS_TO_HAND_OVER = 2;

        private final boolean leadersFree;
        private final Limits limits;
        private final Map<Integer, Integer> handingOver = new HashMap<>();
        private int shifts;
        private int mostAtABroker;
        private long nanos;

        Ours(boolean leadersFree, int perBroker) {
            this.leadersFree = leadersFree;
            this.limits = new Limits(1, perBroker);
        }

        @Override
        public String name() {
            return leadersFree ? "kash" : "kash, leaders as they are";
        }

        int shifts() {
            return shifts;
        }

        int mostAtABroker() {
            return mostAtABroker;
        }

        double secondsOfThinking() {
            return nanos / 1e9;
        }

        @Override
        public void tick(Scene scene, Network network, int tick) {
            Links links = Links.even(scene.brokers(), scene.bytesPerSecond());
            List<Job<Integer>> jobs = new ArrayList<>();
            List<Numbers> possible = new ArrayList<>();
            Map<Integer, Copying> byNumber = new HashMap<>();
            for (Copying copy : scene.copies()) {
                if (copy.state == Copying.State.SEEN) {
                    continue;
                }
                byNumber.put(copy.number, copy);
                if (tick >= handingOver.getOrDefault(copy.number, Integer.MAX_VALUE)) {
                    handingOver.remove(copy.number);
                    network.begin(copy);
                }
                Job<Integer> job = copy.job();
                boolean begun = job.begun() || handingOver.containsKey(copy.number);
                jobs.add(new Job<>(job.name(), job.source(), job.receivers(), job.left(), begun, job.alone()));
                possible.add(leadersFree ? copy.inSync : Numbers.of());
            }
            long before = System.nanoTime();
            List<Job<Integer>> sourced = Sources.even(jobs, possible, links);
            List<Job<Integer>> next = Admission.next(sourced, links, limits);
            nanos += System.nanoTime() - before;
            for (Job<Integer> job : next) {
                Copying copy = byNumber.get(job.name());
                if (copy != null && copy.source != job.source()) {
                    copy.source = job.source();
                    handingOver.put(copy.number, tick + TICKS_TO_HAND_OVER);
                    shifts++;
                } else if (copy != null) {
                    network.begin(copy);
                }
            }
            count(scene);
        }

        private void count(Scene scene) {
            int[] receiving = new int[scene.brokers()];
            for (Copying copy : scene.copies()) {
                if (copy.state == Copying.State.COPYING) {
                    for (int receiver : copy.receivers) {
                        mostAtABroker = Math.max(mostAtABroker, ++receiving[receiver]);
                    }
                }
            }
        }
    }
}
