package io.kash.surgery.check;

import io.kash.surgery.kafka.BrokerSettings;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Part;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.zookeeper.Ensemble;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Every check there is, made of whatever was read. A check whose parts were not read says nothing. */
public final class Checkup {
    /**
     * A finding and what it is about.
     *
     * @param about {@code partitions}, {@code disks}, {@code ZooKeeper} …
     */
    public record Found(String about, Finding finding) {}

    private record Entry(String about, Check check, List<Class<? extends Part>> parts) {}

    private final List<Entry> entries = new ArrayList<>();

    /** @param diskFreePercent what must stay free of every broker's volumes, 0 to 100 */
    public Checkup(int diskFreePercent) {
        List<Class<? extends Part>> cluster = List.of(Cluster.class);
        List<Class<? extends Part>> disks = List.of(Disks.class);
        List<Class<? extends Part>> both = List.of(Cluster.class, Disks.class);
        List<Class<? extends Part>> claims = List.of(Claims.class);
        List<Class<? extends Part>> settings = List.of(BrokerSettings.class);
        List<Class<? extends Part>> ensemble = List.of(Ensemble.class);
        add("operations", claims, new LeftOperations());
        add("partitions", cluster, new OfflinePartitions(), new UnderMinIsr(), new AtMinIsr());
        add("reassignments", cluster, new RunningReassignments(), new DeadTargets(), LaggingStayers.underway());
        add("reassignments", claims, new OldReassignments());
        add("throttles", List.of(Cluster.class, Claims.class), new OrphanThrottles());
        add("brokers", cluster, new MissingBrokers(), new MixedRacks());
        add("brokers", settings, new DifferingSettings(), new MigrationPhase(), new GeneratedIds());
        add("disks", disks, RoomOnDisks.atRest(diskFreePercent), new OfflineLogDirs(), new FullDisks());
        add("disks", both, HiddenReplicas.anywhere(), new StrayReplicas());
        add("topics", cluster, new UncleanElection(), new SingleReplicas(), new NoSpareReplica(), new OneRack());
        add("leaders", cluster, new PreferredLeaders());
        add("ZooKeeper", ensemble, new EnsembleLeaders(), new QuorumSpare(), new ServersApart());
        add("ZooKeeper", ensemble, new ServerVersions(), new ServerLoad());
        add("ZooKeeper", List.of(Ensemble.class, BrokerSettings.class), new StaleConnects());
    }

    private void add(String about, List<Class<? extends Part>> parts, Check... checks) {
        for (Check check : checks) {
            entries.add(new Entry(about, check, parts));
        }
    }

    /** All findings, the worst first, then by subject in the order above. */
    public List<Found> of(Snapshot snapshot) {
        List<Found> found = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.parts().stream().allMatch(part -> snapshot.find(part).isPresent())) {
                entry.check().look(snapshot).forEach(finding -> found.add(new Found(entry.about(), finding)));
            }
        }
        found.sort(Comparator.comparing(one -> one.finding().severity(), Comparator.reverseOrder()));
        return found;
    }
}
