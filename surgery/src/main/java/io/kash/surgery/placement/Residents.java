package io.kash.surgery.placement;

/** The replicas of every bin, the largest first, with the sums of their sizes: which of them to give up. */
final class Residents {
    /** When bytes are near enough to what was asked for, as a part of the bin's. */
    private static final double NEAR = 0.0001;

    private static final int TURNS = 100;

    /** How far apart two replicas may be to be taken for one another: in the order of size, and as a part of the bin's bytes. */
    private static final int NEIGHBOURS = 40;

    private static final double LIKE = 0.0001;

    private final Zone zone;
    private final int[] first;
    private final int[] replicas;
    private final long[] sum;

    Residents(Zone zone) {
        this.zone = zone;
        int bins = zone.bins.length;
        this.first = new int[bins + 1];
        for (int replica : zone.items) {
            int bin = zone.bin(replica);
            if (bin >= 0) {
                first[bin + 1]++;
            }
        }
        for (int bin = 0; bin < bins; bin++) {
            first[bin + 1] += first[bin];
        }
        this.replicas = new int[first[bins]];
        this.sum = new long[replicas.length + 1];
        int[] next = first.clone();
        for (int replica : zone.items) {
            int bin = zone.bin(replica);
            if (bin >= 0) {
                int place = next[bin]++;
                replicas[place] = replica;
                sum[place + 1] = zone.assignment.size(replica);
            }
        }
        for (int i = 0; i < replicas.length; i++) {
            sum[i + 1] += sum[i];
        }
    }

    int total() {
        return zone.items.length;
    }

    int count(int bin) {
        return first[bin + 1] - first[bin];
    }

    /** Bytes of a bin's largest. */
    double largest(int bin, int some) {
        return (double) (sum[first[bin] + some] - sum[first[bin]]);
    }

    double smallest(int bin, int some) {
        return (double) (sum[first[bin + 1]] - sum[first[bin + 1] - some]);
    }

    /**
     * Takes some of a bin's replicas that together come as near to so many bytes as can be. They are of all sizes, so
     * that others find among them what they need: every second or third of the list, less its larger or smaller end.
     */
    void give(int bin, int some, double bytes) {
        if (some == 0) {
            return;
        }
        int from = first[bin];
        int count = count(bin);
        boolean[] chosen = new boolean[count];
        double[] best = {Double.MAX_VALUE, 0, 0};
        boolean large = bytes > (double) (sum[from + count] - sum[from]) / count * some;
        int low = some;
        int high = count;
        while (low <= high) {
            int length = (low + high) / 2;
            int offset = large ? 0 : count - length;
            double sampled = 0;
            for (int i = 0; i < some; i++) {
                sampled += size(from + offset + pick(i, some, length));
            }
            if (Math.abs(sampled - bytes) < best[0]) {
                best[0] = Math.abs(sampled - bytes);
                best[1] = length;
                best[2] = offset;
            }
            if (sampled < bytes == large) {
                high = length - 1;
            } else {
                low = length + 1;
            }
        }
        double total = 0;
        for (int i = 0; i < some; i++) {
            int at = (int) best[2] + pick(i, some, (int) best[1]);
            chosen[at] = true;
            total += size(from + at);
        }
        double surplus = spareLeaders(bin, chosen, total - bytes);
        refine(from, chosen, surplus);
        for (int i = 0; i < count; i++) {
            if (chosen[i]) {
                zone.take(replicas[from + i]);
            }
        }
    }

    /**
     * Of replicas of nearly one size, gives one that does not lead instead of one that does, as long as more would be
     * given that lead than the bin leads too many: those would all be changes of leaders that numbers do not ask for.
     *
     * @return the surplus of bytes then
     */
    private double spareLeaders(int bin, boolean[] chosen, double surplus) {
        int from = first[bin];
        int spare = -zone.leadersToSpare(bin);
        for (int i = 0; i < chosen.length; i++) {
            spare += chosen[i] && leads(from + i) ? 1 : 0;
        }
        double off = surplus;
        for (int i = chosen.length - 1; i >= 0 && spare > 0; i--) {
            if (!chosen[i] || !leads(from + i)) {
                continue;
            }
            int larger = nearestFollower(from, chosen, i, -1);
            int smaller = nearestFollower(from, chosen, i, 1);
            int instead = (off > 0 && smaller >= 0) || larger < 0 ? smaller : larger;
            if (instead >= 0) {
                chosen[i] = false;
                chosen[instead] = true;
                off += size(from + instead) - size(from + i);
                spare--;
            }
        }
        return off;
    }

    private int nearestFollower(int from, boolean[] chosen, int at, int step) {
        double near = (sum[from + chosen.length] - sum[from]) * LIKE;
        for (int i = at + step; i >= 0 && i < chosen.length && Math.abs(i - at) <= NEIGHBOURS; i += step) {
            if (!chosen[i] && !leads(from + i)) {
                return Math.abs(size(from + i) - size(from + at)) <= near ? i : -1;
            }
        }
        return -1;
    }

    private boolean leads(int index) {
        return zone.assignment.leads(replicas[index]);
    }

    private static int pick(int i, int some, int length) {
        return (int) ((2L * i + 1) * length / (2L * some));
    }

    /** Exchanges one chosen for one that is not, a few times, to come nearer. */
    private void refine(int from, boolean[] chosen, double surplus) {
        double off = surplus;
        double near = (sum[from + chosen.length] - sum[from]) * NEAR;
        for (int turn = 0; turn < TURNS && Math.abs(off) > near; turn++) {
            int out = -1;
            int in = -1;
            double best = Math.abs(off);
            int other = 0;
            for (int i = 0; i < chosen.length; i++) {
                if (!chosen[i]) {
                    continue;
                }
                double wanted = size(from + i) - off;
                while (other < chosen.length - 1 && size(from + other) > wanted) {
                    other++;
                }
                for (int j = Math.max(0, other - 2); j <= Math.min(chosen.length - 1, other + 2); j++) {
                    double after = Math.abs(size(from + j) - wanted);
                    if (!chosen[j] && after < best && leads(from + i) == leads(from + j)) {
                        best = after;
                        out = i;
                        in = j;
                    }
                }
            }
            if (out < 0) {
                return;
            }
            off += size(from + in) - size(from + out);
            chosen[out] = false;
            chosen[in] = true;
        }
    }

    private long size(int index) {
        return sum[index + 1] - sum[index];
    }
}
