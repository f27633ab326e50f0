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
    private final Layout given;
    private final Assignment assignment;
    private final Layout layout;
    private final Aim aim;
    private final boolean[] movable;
    private final int[] zoneOfBroker;
    private final int[] zoneOfReplica;
    private final int zones;

    private Zones(Layout given, Assignment assignment, Aim aim, boolean[] movable, boolean byRack) {
        this.given = given;
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
     * @param given the layout in its first order, topic by topic
     * @param movable by partition, whether its replicas may be moved at all
     */
    static List<Zone> cut(Layout given, Assignment assignment, Aim aim, boolean[] movable) {
        boolean byRack = spanning(assignment.layout, aim, movable);
        Zones zones = new Zones(given, assignment, aim, movable, byRack);
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
        int[][] items = items();
        Zone[] byBroker = new Zone[layout.brokers()];
        List<Zone> collected = new ArrayList<>();
        for (int zone = 0; zone < zones; zone++) {
            int[] bins = bins(zone);
            if (bins.length > 0 && items[zone].length > 0) {
                Zone one = new Zone(assignment, bins, items[zone]);
                Arrays.stream(bins).forEach(broker -> byBroker[broker] = one);
                collected.add(one);
            }
        }
        countTopics(byBroker);
        collected.forEach(Zone::limitShares);
        return collected;
    }

    /**
     * Counts the replicas of every topic on every broker: all as they were at first, topic by topic and so in one place of
     * memory after the other, less those that were taken since.
     */
    private void countTopics(Zone[] byBroker) {
        for (int partition = 0; partition < given.partitions(); partition++) {
            int topic = given.topicOf(partition);
            for (int replica = given.start(partition); replica < given.end(partition); replica++) {
                int broker = given.brokerOf(replica);
                if (byBroker[broker] != null) {
                    byBroker[broker].count(topic, broker, 1);
                }
            }
        }
        for (int replica = 0; replica < assignment.at.length; replica++) {
            int home = assignment.home(replica);
            if (assignment.at[replica] == Assignment.NOWHERE && byBroker[home] != null) {
                byBroker[home].count(layout.topicOf(assignment.owner[replica]), home, -1);
            }
        }
    }

    private int[] bins(int zone) {
        return aim.receiving().stream()
                .filter(broker -> zoneOfBroker[broker] == zone)
                .toArray();
    }

    /** By zone, every replica that has no place yet, or may be given another: the largest first. */
    private int[][] items() {
        boolean level = aim.reach() == Aim.Reach.LEVEL;
        int[] counts = new int[zones];
        for (int partition = 0; partition < layout.partitions(); partition++) {
            boolean residents = level && movable[partition] && !layout.reassigning(partition);
            for (int replica = layout.start(partition); replica < layout.end(partition); replica++) {
                if (residents && zoneOfReplica[replica] == Assignment.NOWHERE) {
                    zoneOfReplica[replica] = zoneOfResident(replica);
                }
                if (zoneOfReplica[replica] != Assignment.NOWHERE) {
                    counts[zoneOfReplica[replica]]++;
                }
            }
        }
        int[][] items = new int[zones][];
        for (int zone = 0; zone < zones; zone++) {
            items[zone] = new int[counts[zone]];
        }
        Arrays.fill(counts, 0);
        for (int replica = 0; replica < zoneOfReplica.length; replica++) {
            int zone = zoneOfReplica[replica];
            if (zone != Assignment.NOWHERE) {
                items[zone][counts[zone]++] = replica;
            }
        }
        return items;
    }

    /** The zone of what stays where it is unless it is levelled; none where its broker is no target. */
    private int zoneOfResident(int replica) {
        int broker = assignment.at[replica];
        return broker != Assignment.NOWHERE && aim.receiving().get(broker) ? zoneOfBroker[broker] : Assignment.NOWHERE;
    }
}
