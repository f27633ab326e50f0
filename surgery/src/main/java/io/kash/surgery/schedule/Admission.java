package io.kash.surgery.schedule;

import java.util.ArrayList;
import java.util.List;

/**
 * Chooses which of the waiting jobs are begun now, so that every link that has work is busy and all come to their end
 * together.
 *
 * <p>A link that is as far behind as the furthest has six slots, others fewer in proportion. A copy fills a slot as far as
 * it has two ticks' worth of its share of the link left: large copies fill one each, tiny ones share one, and one that is
 * about to end makes room for its successor before it does. So about two ticks' worth of bytes are in flight. Brokers
 * share a link evenly between copies; where all links of the same backlog carry the same number of copies, none waits for
 * another's. Each choice is the one that evens out most, the larger first.
 *
 * <p>A copy that needs nearly all of the time left needs nearly all of its two links: there, fewer go beside it.
 *
 * @param <N> what jobs are called
 */
public final class Admission<N> {
    /** What a link carries at once when its copies are large. Fewer leave gaps, more take from copies that are urgent. */
    private static final double SLOTS = 6;
    /** What a copy counts for, however little it has left. */
    private static final double LEAST = 0.02;
    /** Ticks a slot is filled for. */
    private static final double AHEAD = 2;

    private static final double NEXT_TO_NOTHING = 1e-9;

    private final Links links;
    private final Limits limits;
    private final List<Job<N>> jobs;
    private final boolean[] admitted;
    private final double slotSeconds;
    private final double end;
    /** By link. */
    private final double[] wanted;

    private final double[] carried;
    private final double[] most;
    private final int[] partitions;
    private final List<List<Integer>> waiting = new ArrayList<>();
    private boolean oneAlone;

    private Admission(List<Job<N>> jobs, Links links, Limits limits) {
        this.jobs = jobs;
        this.links = links;
        this.limits = limits;
        this.admitted = new boolean[jobs.size()];
        this.slotSeconds = AHEAD * limits.tickSeconds() / SLOTS;
        double[] backlog = links.backlog(jobs);
        this.end = Math.max(NEXT_TO_NOTHING, max(backlog));
        this.wanted = new double[links.count()];
        this.carried = new double[links.count()];
        this.most = new double[links.count()];
        this.partitions = new int[links.count()];
        for (int link = 0; link < links.count(); link++) {
            wanted[link] = Math.max(1, SLOTS * backlog[link] / end);
            most[link] = Double.MAX_VALUE;
            waiting.add(new ArrayList<>());
        }
    }

    /** Those of the jobs that are begun now, in the order in which they were chosen. */
    public static <N> List<Job<N>> next(List<Job<N>> jobs, Links links, Limits limits) {
        return new Admission<>(jobs, links, limits).choose();
    }

    private List<Job<N>> choose() {
        for (int index = 0; index < jobs.size(); index++) {
            Job<N> job = jobs.get(index);
            if (job.begun()) {
                carry(job);
            } else {
                waiting.get(Links.out(job.source())).add(index);
                for (int at = 0; at < job.receivers().count(); at++) {
                    waiting.get(links.in(job.receivers().broker(at))).add(index);
                }
            }
        }
        List<Job<N>> chosen = new ArrayList<>();
        aloneFirst(chosen);
        boolean[] served = new boolean[links.count()];
        for (int link = hungriest(served); link >= 0; link = hungriest(served)) {
            int best = best(link);
            if (best < 0) {
                served[link] = true;
            } else {
                admit(best, chosen);
            }
        }
        return chosen;
    }

    /** At the end they would leave the links empty, one after the other: so they go as early as they may. */
    private void aloneFirst(List<Job<N>> chosen) {
        for (int index = 0; index < jobs.size() && !oneAlone; index++) {
            if (!jobs.get(index).begun() && jobs.get(index).alone() && fits(jobs.get(index))) {
                admit(index, chosen);
            }
        }
    }

    private void admit(int index, List<Job<N>> chosen) {
        admitted[index] = true;
        chosen.add(jobs.get(index));
        carry(jobs.get(index));
    }

    private void carry(Job<N> job) {
        oneAlone |= job.alone();
        int out = Links.out(job.source());
        partitions[out]++;
        for (int at = 0; at < job.receivers().count(); at++) {
            int in = links.in(job.receivers().broker(at));
            long left = job.left().at(at);
            partitions[in]++;
            carried[out] += share(out, left);
            carried[in] += share(in, left);
            most[out] = Math.min(most[out], fellows(out, left));
            most[in] = Math.min(most[in], fellows(in, left));
        }
    }

    /** How many slots a copy fills. */
    private double share(int link, long left) {
        return Math.max(LEAST, Math.min(1, links.seconds(link, left) / slotSeconds));
    }

    /** With how many it can share a link, itself included, and still be there in time. */
    private double fellows(int link, long left) {
        return left == 0 ? Double.MAX_VALUE : Math.max(1, end / links.seconds(link, left));
    }

    private int hungriest(boolean[] served) {
        int hungriest = -1;
        double largest = NEXT_TO_NOTHING;
        for (int link = 0; link < links.count(); link++) {
            double lack = Math.min(wanted[link], most[link]) - carried[link];
            if (!served[link] && lack > largest && !waiting.get(link).isEmpty()) {
                hungriest = link;
                largest = lack;
            }
        }
        return hungriest;
    }

    /** The waiting job of a link whose copies even the links out most; none where each would do more harm than good. */
    private int best(int link) {
        int best = -1;
        double highest = 0;
        for (int index : waiting.get(link)) {
            Job<N> job = jobs.get(index);
            if (!admitted[index] && fits(job)) {
                double gain = gain(job);
                if (gain > highest) {
                    best = index;
                    highest = gain;
                }
            }
        }
        return best;
    }

    private boolean fits(Job<N> job) {
        if (job.alone() && oneAlone) {
            return false;
        }
        int out = Links.out(job.source());
        double sent = 0;
        double bearable = most[out];
        for (int at = 0; at < job.receivers().count(); at++) {
            int in = links.in(job.receivers().broker(at));
            long left = job.left().at(at);
            double share = share(in, left);
            if (partitions[in] >= limits.perBroker()
                    || crowded(carried[in], share, Math.min(most[in], fellows(in, left)))) {
                return false;
            }
            sent += share(out, left);
            bearable = Math.min(bearable, fellows(out, left) * job.receivers().count());
        }
        return partitions[out] < limits.perBroker() && !crowded(carried[out], sent, bearable);
    }

    /** Something urgent would have too many beside it; what carries next to nothing bears one more. */
    private static boolean crowded(double carried, double more, double bearable) {
        return carried > 0.05 && carried + more > bearable + NEXT_TO_NOTHING;
    }

    /** How much closer the links come to what they are to carry, by slot that is filled; and a little for being large. */
    private double gain(Job<N> job) {
        int out = Links.out(job.source());
        double sent = 0;
        double gain = 0;
        double filled = LEAST;
        for (int at = 0; at < job.receivers().count(); at++) {
            int in = links.in(job.receivers().broker(at));
            long left = job.left().at(at);
            double share = share(in, left);
            sent += share(out, left);
            gain += closer(in, share);
            filled = Math.max(filled, share);
        }
        gain += closer(out, sent);
        return gain + SLOTS * links.seconds(out, job.mostLeft()) / end;
    }

    private double closer(int link, double more) {
        double before = wanted[link] - carried[link];
        double after = before - more;
        return before * before - after * after;
    }

    private static double max(double[] values) {
        double max = 0;
        for (double value : values) {
            max = Math.max(max, value);
        }
        return max;
    }
}
