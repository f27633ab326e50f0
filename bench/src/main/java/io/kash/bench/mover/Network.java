package io.kash.bench.mover;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Links of equal rate, shared evenly between what crosses them until none of it can have more (max-min fairness), as
 * fetchers under a throttle share them in the long run.
 */
final class Network {
    private static final double SUB_TICK = 0.1;
    private static final double LEAST_STEP = 0.02;

    private final int brokers;
    private final double rate;
    private final List<Flow> flows = new ArrayList<>();
    /** Bytes by link: out of every broker, then into every broker. */
    final double[] carried;

    private static final class Flow {
        final Copying copying;
        final int at;
        final int out;
        final int in;
        double rate;
        boolean fixed;

        Flow(Copying copying, int at, int brokers) {
            this.copying = copying;
            this.at = at;
            this.out = copying.source;
            this.in = brokers + copying.receivers[at];
        }
    }

    private record Share(int link, double each) {}

    Network(int brokers, double bytesPerSecond) {
        this.brokers = brokers;
        this.rate = bytesPerSecond;
        this.carried = new double[2 * brokers];
    }

    void begin(Copying copying) {
        copying.state = Copying.State.COPYING;
        for (int at = 0; at < copying.receivers.length; at++) {
            flows.add(new Flow(copying, at, brokers));
        }
    }

    boolean idle() {
        return flows.isEmpty();
    }

    /** Lets time pass, and tells how many partitions have arrived meanwhile. */
    int pass(double seconds) {
        int arrived = 0;
        double rest = seconds;
        while (rest > 1e-9) {
            share();
            double first = SUB_TICK;
            for (Flow flow : flows) {
                first = Math.min(first, flow.copying.left[flow.at] / flow.rate);
            }
            double step = Math.min(rest, Math.max(first, LEAST_STEP));
            arrived += move(step);
            rest -= step;
        }
        return arrived;
    }

    private int move(double seconds) {
        int arrived = 0;
        for (Iterator<Flow> each = flows.iterator(); each.hasNext(); ) {
            Flow flow = each.next();
            double bytes = Math.min(flow.copying.left[flow.at], flow.rate * seconds);
            flow.copying.left[flow.at] -= bytes;
            carried[flow.out] += bytes;
            carried[flow.in] += bytes;
            if (flow.copying.left[flow.at] < 1) {
                flow.copying.left[flow.at] = 0;
                each.remove();
                boolean whole = true;
                for (double lacking : flow.copying.left) {
                    whole &= lacking == 0;
                }
                if (whole && flow.copying.state == Copying.State.COPYING) {
                    flow.copying.state = Copying.State.ARRIVED;
                    arrived++;
                }
            }
        }
        return arrived;
    }

    private void share() {
        int links = 2 * brokers;
        double[] free = new double[links];
        int[] sharing = new int[links];
        List<List<Flow>> crossing = new ArrayList<>();
        for (int link = 0; link < links; link++) {
            free[link] = rate;
            crossing.add(new ArrayList<>());
        }
        for (Flow flow : flows) {
            flow.fixed = false;
            sharing[flow.out]++;
            sharing[flow.in]++;
            crossing.get(flow.out).add(flow);
            crossing.get(flow.in).add(flow);
        }
        PriorityQueue<Share> queue = new PriorityQueue<>((one, other) -> Double.compare(one.each, other.each));
        for (int link = 0; link < links; link++) {
            if (sharing[link] > 0) {
                queue.add(new Share(link, free[link] / sharing[link]));
            }
        }
        while (!queue.isEmpty()) {
            Share share = queue.poll();
            int link = share.link;
            if (sharing[link] == 0) {
                continue;
            }
            double each = Math.max(1, free[link] / sharing[link]);
            if (each > share.each * (1 + 1e-12) + 1e-9) {
                queue.add(new Share(link, each));
                continue;
            }
            for (Flow flow : crossing.get(link)) {
                if (!flow.fixed) {
                    flow.fixed = true;
                    flow.rate = each;
                    free[flow.out] -= each;
                    free[flow.in] -= each;
                    sharing[flow.out]--;
                    sharing[flow.in]--;
                }
            }
        }
    }
}
