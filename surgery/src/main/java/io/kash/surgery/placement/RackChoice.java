package io.kash.surgery.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Gives every replica that must move a rack: its own where no other replica of its partition is, else the one with the
 * fewest of them. So a partition that shares a rack is put right as soon as it is touched, and no partition comes to span
 * fewer racks than it could. Where more than one rack will do, it is the one with the fewest bytes a broker.
 */
final class RackChoice {
    private final Assignment assignment;
    private final Layout layout;
    private final Aim aim;
    private final boolean[] movable;
    private final int[] seats;
    private final double[] load;
    private final int[] inRack;
    private final int[] seated;
    private final List<Integer> emptiest = new ArrayList<>();
    private int sinceSorted;

    RackChoice(Assignment assignment, Aim aim, boolean[] movable) {
        this.assignment = assignment;
        this.layout = assignment.layout;
        this.aim = aim;
        this.movable = movable;
        this.seats = new int[layout.racks()];
        this.load = new double[layout.racks()];
        this.inRack = new int[layout.racks()];
        this.seated = new int[layout.racks()];
        for (int broker = 0; broker < layout.brokers(); broker++) {
            load[layout.rackOf(broker)] += assignment.bytes[broker];
            if (aim.receiving().get(broker)) {
                seats[layout.rackOf(broker)]++;
            }
        }
        for (int rack = 0; rack < seats.length; rack++) {
            if (seats[rack] > 0) {
                emptiest.add(rack);
            }
        }
        sort();
    }

    /** Takes what must move and writes its rack; what has no rack keeps -1. */
    void choose(int[] rackOfReplica) {
        for (int partition = 0; partition < layout.partitions(); partition++) {
            if (movable[partition] && isConcerned(partition)) {
                choose(partition, rackOfReplica);
            }
        }
    }

    /** Whether one of its replicas leaves its broker, or two share a rack and may be taken apart: few do, as a rule. */
    private boolean isConcerned(int partition) {
        boolean apart = aim.reach() == Aim.Reach.LEVEL && !layout.reassigning(partition);
        for (int replica = layout.start(partition); replica < layout.end(partition); replica++) {
            int broker = assignment.at[replica];
            if (aim.leaving().get(broker)) {
                return true;
            }
            for (int other = layout.start(partition); apart && other < replica; other++) {
                if (layout.rackOf(assignment.at[other]) == layout.rackOf(broker)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void choose(int partition, int[] rackOfReplica) {
        int homeless = 0;
        for (int replica = layout.start(partition); replica < layout.end(partition); replica++) {
            int broker = assignment.at[replica];
            if (aim.leaving().get(broker)) {
                homeless++;
            } else {
                enter(broker);
            }
        }
        if (aim.reach() == Aim.Reach.LEVEL && !layout.reassigning(partition)) {
            homeless += separate(partition);
        }
        if (homeless > 0) {
            keepRacks(partition, rackOfReplica);
            findRacks(partition, rackOfReplica);
            spread(partition, rackOfReplica);
        }
        for (int replica = layout.start(partition); replica < layout.end(partition); replica++) {
            forget(layout.rackOf(assignment.home(replica)));
            if (rackOfReplica[replica] >= 0) {
                forget(rackOfReplica[replica]);
            }
            if (aim.leaving().get(assignment.home(replica)) && assignment.at[replica] != Assignment.NOWHERE) {
                assignment.take(replica);
            }
        }
    }

    private void forget(int rack) {
        inRack[rack] = 0;
        seated[rack] = 0;
    }

    private void enter(int broker) {
        int rack = layout.rackOf(broker);
        inRack[rack]++;
        seated[rack] += aim.receiving().get(broker) ? 1 : 0;
    }

    /** Takes replicas that share a rack while another stands empty, the last of them first. */
    private int separate(int partition) {
        int free = 0;
        for (int rack : emptiest) {
            if (inRack[rack] == 0) {
                free++;
            }
            if (free >= layout.end(partition) - layout.start(partition)) {
                break;
            }
        }
        int taken = 0;
        for (int replica = layout.end(partition) - 1; replica >= layout.start(partition) && taken < free; replica--) {
            int broker = assignment.at[replica];
            int rack = layout.rackOf(broker);
            if (!aim.leaving().get(broker) && inRack[rack] > 1) {
                inRack[rack]--;
                seated[rack] -= aim.receiving().get(broker) ? 1 : 0;
                assignment.take(replica);
                taken++;
            }
        }
        return taken;
    }

    private void keepRacks(int partition, int[] rackOfReplica) {
        for (int replica = layout.start(partition); replica < layout.end(partition); replica++) {
            int rack = layout.rackOf(assignment.home(replica));
            if (needsRack(replica, rackOfReplica) && inRack[rack] == 0 && seats[rack] > 0) {
                seat(replica, rack, rackOfReplica);
            }
        }
    }

    private void findRacks(int partition, int[] rackOfReplica) {
        for (int replica = layout.start(partition); replica < layout.end(partition); replica++) {
            if (!needsRack(replica, rackOfReplica)) {
                continue;
            }
            int best = -1;
            for (int rack : emptiest) {
                if (seated[rack] < seats[rack] && (best < 0 || inRack[rack] < inRack[best])) {
                    best = rack;
                    if (inRack[rack] == 0) {
                        break;
                    }
                }
            }
            if (best >= 0) {
                shift(layout.rackOf(assignment.home(replica)), best, layout.size(partition));
                seat(replica, best, rackOfReplica);
            }
        }
    }

    /** With fewer replicas than racks: from a fuller rack to an emptier one that has none of them. */
    private void spread(int partition, int[] rackOfReplica) {
        if (layout.end(partition) - layout.start(partition) >= emptiest.size()) {
            return;
        }
        long size = layout.size(partition);
        for (int replica = layout.start(partition); replica < layout.end(partition); replica++) {
            int rack = rackOfReplica[replica];
            if (rack < 0) {
                continue;
            }
            for (int other : emptiest) {
                if (inRack[other] > 0) {
                    continue;
                }
                if ((load[other] + size) / seats[other] < (load[rack] - size) / seats[rack]) {
                    inRack[rack]--;
                    seated[rack]--;
                    shift(rack, other, size);
                    seat(replica, other, rackOfReplica);
                }
                break;
            }
        }
    }

    private boolean needsRack(int replica, int[] rackOfReplica) {
        int broker = assignment.at[replica];
        return rackOfReplica[replica] < 0
                && (broker == Assignment.NOWHERE || aim.leaving().get(broker));
    }

    private void seat(int replica, int rack, int[] rackOfReplica) {
        rackOfReplica[replica] = rack;
        inRack[rack]++;
        seated[rack]++;
    }

    private void shift(int from, int to, long size) {
        load[from] -= size;
        load[to] += size;
        if (++sinceSorted >= emptiest.size()) {
            sort();
        }
    }

    private void sort() {
        sinceSorted = 0;
        emptiest.sort(Comparator.<Integer>comparingDouble(rack -> load[rack] / seats[rack])
                .thenComparingInt(rack -> rack));
    }
}
