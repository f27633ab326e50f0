package io.kash.surgery.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a placement into zones that can be levelled one by one. Where partitions have as many replicas as there are racks,
 * or more, each rack gets its share and is a zone of its own. Where they have fewer, which racks a partition uses is open,
 * all brokers are one zone, and the racks are kept apart replica by replica.
 */
final class Zones {
    private final Assignment assignment;
    private final Layout layout;
    private final Aim aim;
    private final boolean[] movable;
    private final int[] zoneOfBroker;
    private final int[] zoneOfReplica;
    private final int zones;

    private Zones(Assignment assignment, Aim aim, boolean[] movable, boolean byRack) {
        this.assignment = assignment;
        this.layout = assignment.layout;
        this.aim = aim;
        this.movable = movable;
        this.zones = byRack ? layout.racks() : 1;
        this.zoneOfBroker = new int[layout.brokers()];
        for (int broker = 0; broker < layout.brokers(); broker++) {
            zoneOfBroker[broker] = byRack ? layout.rackOf(broker) : 0;
        }
        this.zoneOfReplica = new int[layout.replicas()];
        Arrays.fill(zoneOfReplica, Assignment.NOWHERE);
    }

    /**
     * Takes what must move from where it is, and says which zone it goes to.
     *
     * @param movable by partition, whether its replicas may be moved at all
     */
    static List<Zone> cut(Assignment assignment, Aim aim, boolean[] movable) {
        boolean byRack = spanning(assignment.layout, aim, movable);
        Zones zones = new Zones(assignment, aim, movable, byRack);
        if (byRack) {
            new RackChoice(assignment, aim, movable).choose(zones.zoneOfReplica);
        } else {
            zones.takeAll();
        }
        return zones.collect();
    }

    /** Whether most bytes belong to partitions that have a replica for every rack. */
    private static boolean spanning(Layout layout, Aim aim, boolean[] movable) {
        boolean[] seen = new boolean[layout.racks()];
        int racks = 0;
        for (int broker = 0; broker < layout.brokers(); broker++) {
            if (aim.receiving().get(broker) && !seen[layout.rackOf(broker)]) {
                seen[layout.rackOf(broker)] = true;
                racks++;
            }
        }
        double spanning = 0;
        double all = 0;
        for (int partition = 0; partition < layout.partitions(); partition++) {
            if (movable[partition]) {
                int factor = layout.end(partition) - layout.start(partition);
                double weight = (layout.size(partition) + 1.0) * factor;
                all += weight;
                spanning += factor >= racks ? weight : 0;
            }
        }
        return spanning * 2 >= all;
    }

    private void takeAll() {
        for (int partition = 0; partition < layout.partitions(); partition++) {
            if (!movable[partition]) {
                continue;
            }
            for (int replica = layout.start(partition); replica < layout.end(partition); replica++) {
                boolean leaves = aim.leaving().get(assignment.at[replica]);
                if (leaves || (aim.reach() == Aim.Reach.LEVEL && collides(replica))) {
                    assignment.take(replica);
                    zoneOfReplica[replica] = 0;
                }
            }
        }
    }

    /** Whether it shares a rack although there are racks without a replica. */
    private boolean collides(int replica) {
        int partition = assignment.owner[replica];
        return layout.end(partition) - layout.start(partition) <= layout.racks()
                && !layout.reassigning(partition)
                && assignment.siblingsIn(replica, layout.rackOf(assignment.at[replica])) > 0;
    }

    private List<Zone> collect() {
        int[] sizes = new int[zones];
        each((zone, replica) -> sizes[zone]++);
        int[][] items = new int[zones][];
        for (int zone = 0; zone < zones; zone++) {
            items[zone] = new int[sizes[zone]];
        }
        int[] filled = new int[zones];
        each((zone, replica) -> items[zone][filled[zone]++] = replica);
        List<Zone> collected = new ArrayList<>();
        for (int zone = 0; zone < zones; zone++) {
            int[] bins = bins(zone);
            if (bins.length > 0 && items[zone].length > 0) {
                collected.add(new Zone(assignment, bins, items[zone]));
            }
        }
        return collected;
    }

    private int[] bins(int zone) {
        return aim.receiving().stream()
                .filter(broker -> zoneOfBroker[broker] == zone)
                .toArray();
    }

    /** Every replica that has no place yet, or may be given another, with its zone: the largest first. */
    private void each(Visitor visitor) {
        boolean level = aim.reach() == Aim.Reach.LEVEL;
        for (int partition = 0; partition < layout.partitions(); partition++) {
            if (!movable[partition]) {
                continue;
            }
            boolean residents = level && !layout.reassigning(partition);
            for (int replica = layout.start(partition); replica < layout.end(partition); replica++) {
                int broker = assignment.at[replica];
                if (broker == Assignment.NOWHERE) {
                    if (zoneOfReplica[replica] != Assignment.NOWHERE) {
                        visitor.visit(zoneOfReplica[replica], replica);
                    }
                } else if (residents && aim.receiving().get(broker)) {
                    visitor.visit(zoneOfBroker[broker], replica);
                }
            }
        }
    }

    private interface Visitor {
        void visit(int zone, int replica);
    }
}
