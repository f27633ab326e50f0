package io.kash.surgery.schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who should send what, so that sending is not what takes longest. New replicas copy from the leader only, so handing
 * leadership to another replica in sync first moves no data and takes work off a link.
 *
 * <p>It takes from the broker that has most to send, and gives to one that has less, until none has more than three
 * quarters of what the busiest receiver has to receive, or nothing is gained. Less than that would be gained by nothing;
 * a broker with as much to send as others have to receive would have to be busy in every second.
 */
public final class Sources<N> {
    /** Of the time the busiest receiver needs. */
    private static final double ENOUGH = 0.75;
    /** Of what everybody would send if all sent the same: there is little to gain beyond. */
    private static final double EVENLY = 1.005;
    /** Seconds of sending that are over before another order of leaders has gained anything: it takes one and a half. */
    private static final double SHORT = 3;
    /** Seconds of a link below which a change of leaders is not worth what it costs clients. */
    private static final double WORTH = 1.0;
    /** Of the time of the busiest link: what is gained must be more. */
    private static final double LEAST_GAIN = 0.0005;

    private final Links links;
    private final List<Job<N>> jobs;
    private final List<Numbers> possible;
    private final double[] toSend;
    private final List<List<Integer>> sentBy = new ArrayList<>();
    private final Map<Integer, Integer> moved = new HashMap<>();

    private Sources(List<Job<N>> jobs, List<Numbers> possible, Links links) {
        this.jobs = jobs;
        this.possible = possible;
        this.links = links;
        this.toSend = new double[links.brokers()];
        for (int broker = 0; broker < links.brokers(); broker++) {
            sentBy.add(new ArrayList<>());
        }
        for (int index = 0; index < jobs.size(); index++) {
            Job<N> job = jobs.get(index);
            toSend[job.source()] += seconds(index, job.source());
            if (!job.begun() && possible.get(index).count() > 0) {
                sentBy.get(job.source()).add(index);
            }
        }
    }

    /**
     * The jobs with the sources they should have; those begun keep theirs. Those whose source changes come first: a change
     * of leaders takes a while, so where nothing else decides they should not be the ones that are left at the end.
     *
     * @param possible by job, brokers that may send it
     */
    public static <N> List<Job<N>> even(List<Job<N>> jobs, List<Numbers> possible, Links links) {
        return new Sources<>(jobs, possible, links).even();
    }

    private double seconds(int index, int source) {
        return links.seconds(Links.out(source), jobs.get(index).bytesToSend());
    }

    private List<Job<N>> even() {
        double receiving = 0;
        double[] backlog = links.backlog(jobs);
        for (int broker = 0; broker < links.brokers(); broker++) {
            receiving = Math.max(receiving, backlog[links.in(broker)]);
        }
        double enough = Math.max(SHORT, Math.max(ENOUGH * receiving, EVENLY * fairShare()));
        for (int step = 0; step < 4 * jobs.size(); step++) {
            int busiest = busiest();
            if (toSend[busiest] <= enough || !relieve(busiest, enough)) {
                break;
            }
        }
        List<Job<N>> changing = new ArrayList<>();
        List<Job<N>> others = new ArrayList<>();
        for (int index = 0; index < jobs.size(); index++) {
            Job<N> job = jobs.get(index);
            int source = moved.getOrDefault(index, job.source());
            (source == job.source() ? others : changing).add(job.from(source));
        }
        changing.addAll(others);
        return changing;
    }

    /** Seconds of sending if all who could send sent the same. */
    private double fairShare() {
        boolean[] sends = new boolean[toSend.length];
        double all = 0;
        for (int index = 0; index < jobs.size(); index++) {
            sends[jobs.get(index).source()] = true;
            for (int at = 0; at < possible.get(index).count(); at++) {
                sends[possible.get(index).broker(at)] = true;
            }
        }
        int senders = 0;
        for (int broker = 0; broker < toSend.length; broker++) {
            all += toSend[broker];
            senders += sends[broker] ? 1 : 0;
        }
        return senders == 0 ? 0 : all / senders;
    }

    private int busiest() {
        int busiest = 0;
        for (int broker = 1; broker < toSend.length; broker++) {
            if (toSend[broker] > toSend[busiest]) {
                busiest = broker;
            }
        }
        return busiest;
    }

    /** Gives one job to whoever is better off with it; what is just enough and lifts nobody above enough comes first. */
    private boolean relieve(int broker, double enough) {
        double excess = toSend[broker] - enough;
        int best = -1;
        int bestSource = -1;
        double highest = 0;
        double steepest = 0;
        int passed = -1;
        int passedTo = -1;
        for (int index : sentBy.get(broker)) {
            double less = seconds(index, broker);
            if (less < WORTH && !moved.containsKey(index)) {
                continue;
            }
            for (int at = 0; at < possible.get(index).count(); at++) {
                int other = possible.get(index).broker(at);
                double then = toSend[other] + seconds(index, other);
                if (other == broker || then >= toSend[broker]) {
                    continue;
                }
                double lifted = Math.max(0, then - enough) - Math.max(0, toSend[other] - enough);
                double value = Math.min(less, excess) - lifted;
                if (value > highest) {
                    best = index;
                    bestSource = other;
                    highest = value;
                }
                double drop = Math.min(less, toSend[broker] - then);
                if (drop > steepest) {
                    passed = index;
                    passedTo = other;
                    steepest = drop;
                }
            }
        }
        if (best < 0 && steepest > LEAST_GAIN * toSend[broker]) {
            // Nobody has room; somebody who has less may pass it on.
            best = passed;
            bestSource = passedTo;
        }
        if (best < 0) {
            return false;
        }
        sentBy.get(broker).remove(Integer.valueOf(best));
        toSend[broker] -= seconds(best, broker);
        sentBy.get(bestSource).add(best);
        toSend[bestSource] += seconds(best, bestSource);
        moved.put(best, bestSource);
        return true;
    }
}
