package io.kash.surgery.placement;

import java.util.BitSet;

/**
 * Places replicas zone by zone: what must move, and for a level cluster what has to leave its broker, is given out the
 * largest first; then bytes are evened out by exchanges; then leaders are chosen. In this order, nothing later spoiling
 * what came before: safety (racks, a broker once), bytes moved, numbers of replicas, leaders, bytes on brokers.
 */
public final class BalancedPlacement {
    /** How far bytes may end apart where everything can be placed anew, as a part of their mean. */
    private static final double EXACT = 0.0002;

    /** How many bytes more than the mean a broker may lead: where all leaders change anyway, and where each has a price. */
    private static final double ANY_LEADER = 0.01;

    private static final double FEW_LEADERS = 0.085;

    public Placed place(Layout given, Aim aim) {
        int[] order = SizeOrder.largestFirst(given.sizeArray());
        Layout layout = given.inOrder(order);
        boolean[] eligible = eligible(layout, aim);
        Assignment assignment = new Assignment(layout, evenLeaders(layout, eligible));
        boolean[] movable = movable(layout, aim);
        spread(given, assignment, aim, movable);
        BitSet impossible = assignment.homeless();
        impossible.stream().forEach(partition -> putBack(assignment, partition));
        Leaders leaders = new Leaders(assignment, mayChangeLeader(assignment, aim, movable, impossible), eligible);
        if (aim.reach() == Aim.Reach.WHAT_MUST_MOVE) {
            leaders.keepPlaces();
            return new Placed(given, order, assignment, leaders, impossible);
        }
        new LeaderChoice(leaders)
                .choose(aim.leaving().cardinality() > 0 && mostMoves(layout, aim) ? ANY_LEADER : FEW_LEADERS);
        return new Placed(given, order, assignment, leaders, impossible);
    }

    /** Gives every replica its broker. What that takes is let go before leaders are chosen. */
    private static void spread(Layout given, Assignment assignment, Aim aim, boolean[] movable) {
        for (Zone zone : Zones.cut(given, assignment, aim, movable)) {
            if (aim.reach() == Aim.Reach.LEVEL) {
                new Release(zone).release();
            }
            int[] homeless = zone.homeless();
            if (aim.reach() != Aim.Reach.LEVEL) {
                zone.openEvenly(homeless.length);
            }
            new Fill(zone).place(homeless);
            even(zone, aim, homeless);
        }
    }

    private static void even(Zone zone, Aim aim, int[] homeless) {
        double all = 0;
        for (int bin = 0; bin < zone.bins.length; bin++) {
            all += zone.bytes(bin);
        }
        boolean level = aim.reach() == Aim.Reach.LEVEL;
        double enough = all / zone.bins.length * (level ? Release.SPREAD : EXACT);
        Zone exchanged = level ? zone : zone.of(homeless);
        new TopicSpread(zone).run(homeless);
        Members members = new Members(exchanged);
        new Exchange(exchanged, members, enough).run(level);
        if (level) {
            Window window = Window.around(zone, enough);
            new Trim(zone, members, window).run();
            new DoubleExchange(zone, members, window).run();
        }
    }

    private static boolean[] movable(Layout layout, Aim aim) {
        boolean[] movable = new boolean[layout.partitions()];
        for (int partition = 0; partition < movable.length; partition++) {
            movable[partition] = !aim.fixedTopics().get(layout.topicOf(partition));
        }
        return movable;
    }

    /** A partition without a place for one replica is left where it was, whole. */
    private static void putBack(Assignment assignment, int partition) {
        for (int replica = assignment.layout.start(partition); replica < assignment.layout.end(partition); replica++) {
            if (assignment.at[replica] != Assignment.NOWHERE) {
                assignment.take(replica);
            }
            assignment.give(replica, assignment.home(replica));
        }
    }

    private static boolean[] mayChangeLeader(Assignment assignment, Aim aim, boolean[] movable, BitSet impossible) {
        boolean[] free = movable.clone();
        for (int partition = 0; partition < free.length; partition++) {
            boolean touched = assignment.touched(partition);
            boolean left =
                    !touched && (aim.reach() == Aim.Reach.WHAT_MUST_MOVE || assignment.layout.reassigning(partition));
            free[partition] &= !left && !impossible.get(partition);
        }
        return free;
    }

    private static boolean[] eligible(Layout layout, Aim aim) {
        boolean[] eligible = new boolean[layout.brokers()];
        for (int partition = 0; partition < layout.partitions(); partition++) {
            for (int place = 0; place < layout.end(partition) - layout.start(partition); place++) {
                eligible[layout.broker(partition, place)] = true;
            }
        }
        for (int broker = 0; broker < eligible.length; broker++) {
            eligible[broker] |= aim.receiving().get(broker);
            eligible[broker] &= !aim.leaving().get(broker);
        }
        return eligible;
    }

    /** The most a broker leads when all lead the same. */
    private static int evenLeaders(Layout layout, boolean[] eligible) {
        int brokers = 0;
        for (boolean one : eligible) {
            brokers += one ? 1 : 0;
        }
        int led = 0;
        for (int partition = 0; partition < layout.partitions(); partition++) {
            led += layout.start(partition) < layout.end(partition) ? 1 : 0;
        }
        return brokers == 0 ? 0 : (led + brokers - 1) / brokers;
    }

    private static boolean mostMoves(Layout layout, Aim aim) {
        BitSet staying = new BitSet();
        for (int broker = 0; broker < layout.brokers(); broker++) {
            staying.set(broker, !aim.leaving().get(broker));
        }
        long stay = 0;
        for (int partition = 0; partition < layout.partitions(); partition++) {
            stay += staying.get(layout.broker(partition, 0)) ? 1 : 0;
        }
        return stay == 0;
    }
}
