package io.kash.surgery.fake;

import io.kash.surgery.coordination.Fence;
import io.kash.surgery.hook.Hook;
import io.kash.surgery.hook.RunHook;
import io.kash.surgery.kafka.AddVoter;
import io.kash.surgery.kafka.AlterConfigs;
import io.kash.surgery.kafka.AlterReassignments;
import io.kash.surgery.kafka.Broker;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.BrokerProcesses;
import io.kash.surgery.kafka.BrokerProcessesLook;
import io.kash.surgery.kafka.BrokerSettings;
import io.kash.surgery.kafka.BrokerSettingsLook;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.DisksLook;
import io.kash.surgery.kafka.ElectPreferred;
import io.kash.surgery.kafka.MetadataQuorumLook;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.RemoveVoter;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.kafka.ThrottlesLook;
import io.kash.surgery.kafka.Topic;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.naming.HideInstance;
import io.kash.surgery.naming.Name;
import io.kash.surgery.naming.Names;
import io.kash.surgery.naming.NamesLook;
import io.kash.surgery.operation.Hands;
import io.kash.surgery.operation.Observer;
import io.kash.surgery.operation.Reply;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Look;
import io.kash.surgery.plan.Part;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.zookeeper.MarkEnsemble;
import io.kash.surgery.zookeeper.MembershipLook;
import io.kash.surgery.zookeeper.Reconfigure;
import io.kash.surgery.zookeeper.ServerProcessesLook;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A cluster in memory that behaves as Kafka does where surgery looks: a reassignment shows adding and removing replicas,
 * takes a few looks, and then is gone from the list; throttles stay until they are deleted; leaders do not come back
 * before they are elected. Every look is one tick of its time. Its brokers, partitions and moves are one state, and so one class.
 */
public final class SimulatedCluster implements Observer, Hands {
    private static final long DISK_BYTES = 1_000_000_000L;

    private final SortedMap<BrokerId, Broker> brokers = new TreeMap<>();
    private final SortedMap<String, Topic> topics = new TreeMap<>();
    private final Map<TopicPartition, Long> sizes = new LinkedHashMap<>();
    private final Map<TopicPartition, Integer> copying = new TreeMap<>();
    private final SimulatedSettings settings = new SimulatedSettings();
    private final List<Effect> effects = new ArrayList<>();
    private final SortedMap<BrokerId, Map<String, String>> running = new TreeMap<>();
    private final SortedMap<BrokerId, Map<String, String>> configured = new TreeMap<>();
    private final SortedMap<String, Name> names = new TreeMap<>();
    private final SortedMap<BrokerId, Integer> restarts = new TreeMap<>();
    private Optional<SimulatedEnsemble> ensemble = Optional.empty();
    private Optional<SimulatedQuorum> quorum = Optional.empty();
    private Optional<ListedEnsemble> listed = Optional.empty();
    private Consumer<Integer> onTick = tick -> {};
    private int ticksToCopy = 3;
    private int ticks;
    private int mostInFlight;

    public static BrokerId broker(int id) {
        return new BrokerId(id);
    }

    public static List<BrokerId> brokers(int... ids) {
        return Arrays.stream(ids).mapToObj(BrokerId::new).toList();
    }

    public SimulatedCluster withBroker(int id, String rack) {
        Optional<String> known = rack.isEmpty() ? Optional.empty() : Optional.of(rack);
        brokers.put(broker(id), new Broker(broker(id), "10.0.0." + id, 9092, known, false));
        return this;
    }

    /** It keeps its metadata in this ensemble. */
    public SimulatedCluster withEnsemble(SimulatedEnsemble keeper) {
        ensemble = Optional.of(keeper);
        return this;
    }

    /** Its metadata is this quorum's. */
    public SimulatedCluster withQuorum(SimulatedQuorum controllers) {
        quorum = Optional.of(controllers);
        return this;
    }

    /** It keeps its metadata in this ensemble, whose servers are listed in files. */
    public SimulatedCluster withEnsemble(ListedEnsemble keeper) {
        listed = Optional.of(keeper);
        return this;
    }

    /** What the broker was started with. */
    public SimulatedCluster runningWith(int id, String key, String value) {
        running.computeIfAbsent(broker(id), none -> new TreeMap<>()).put(key, value);
        return this;
    }

    /** What the broker will run with once it is restarted. */
    public SimulatedCluster configuredWith(int id, String key, String value) {
        configured.computeIfAbsent(broker(id), none -> new TreeMap<>()).put(key, value);
        return this;
    }

    /** A name that stands for these addresses. */
    public SimulatedCluster withName(String host, boolean managed, String... addresses) {
        names.put(host, new Name(host, new TreeSet<>(List.of(addresses)), now(), managed, ""));
        return this;
    }

    public SimulatedCluster without(int id) {
        brokers.remove(broker(id));
        return this;
    }

    /** Each partition has the replicas in the order given, the leader first, turned by its number. */
    public SimulatedCluster withTopic(String name, int partitions, long bytes, int... replicas) {
        List<Partition> all = new ArrayList<>();
        for (int number = 0; number < partitions; number++) {
            List<BrokerId> turned = new ArrayList<>(brokers(replicas));
            java.util.Collections.rotate(turned, -number % replicas.length);
            TopicPartition partition = new TopicPartition(name, number);
            all.add(Partition.at(partition, turned, turned, Optional.of(turned.get(0))));
            sizes.put(partition, bytes);
        }
        topics.put(name, new Topic(name, "id-of-" + name, name.startsWith("__"), 2, false, all));
        return this;
    }

    /** Every partition of the topic now has that many bytes. */
    public SimulatedCluster grow(String topic, long bytes) {
        sizes.replaceAll((partition, before) -> partition.topic().equals(topic) ? bytes : before);
        return this;
    }

    public SimulatedCluster withoutTopic(String name) {
        topics.remove(name);
        settings.withoutTopic(name);
        copying.keySet().removeIf(partition -> partition.topic().equals(name));
        return this;
    }

    public SimulatedCluster set(int broker, String key, String value) {
        settings.set(broker(broker), key, value);
        return this;
    }

    public SimulatedCluster unset(int broker, String key) {
        settings.unset(broker(broker), key);
        return this;
    }

    public SimulatedCluster set(String topic, String key, String value) {
        settings.set(topic, key, value);
        return this;
    }

    /** Changes one partition as somebody else would. */
    public SimulatedCluster put(Partition partition) {
        replace(partition);
        return this;
    }

    /** How many looks a reassignment takes; 3 when nothing is said. */
    public SimulatedCluster copyingFor(int looks) {
        ticksToCopy = looks;
        return this;
    }

    /** Called with the number of every look, before it is answered. */
    public SimulatedCluster onTick(Consumer<Integer> what) {
        onTick = what;
        return this;
    }

    public List<Effect> effects() {
        return List.copyOf(effects);
    }

    public int mostInFlight() {
        return mostInFlight;
    }

    public Cluster cluster() {
        return Cluster.of("cluster-1", Optional.of(broker(1)), brokers.values(), topics.values());
    }

    public Throttles throttles() {
        return settings.throttles();
    }

    public Disks disks() {
        SortedMap<BrokerId, List<Disks.LogDir>> dirs = new TreeMap<>();
        brokers.keySet()
                .forEach(broker -> dirs.put(
                        broker,
                        List.of(new Disks.LogDir(
                                "/data", OptionalLong.of(DISK_BYTES), OptionalLong.of(DISK_BYTES * 9 / 10), ""))));
        SortedMap<TopicPartition, Map<BrokerId, Long>> bytes = new TreeMap<>();
        cluster().partitions().forEach(partition -> {
            Map<BrokerId, Long> held = new TreeMap<>();
            partition.replicas().forEach(replica -> held.put(replica, held(partition, replica)));
            bytes.put(partition.name(), held);
        });
        return new Disks(dirs, bytes);
    }

    private long held(Partition partition, BrokerId replica) {
        long size = sizes.getOrDefault(partition.name(), 0L);
        int left = copying.getOrDefault(partition.name(), 0);
        return partition.adding().contains(replica) ? size * (ticksToCopy - left) / ticksToCopy : size;
    }

    public Snapshot snapshot() {
        return Snapshot.of(now(), cluster(), disks(), throttles());
    }

    @Override
    public Snapshot read(Scope scope) {
        ticks++;
        onTick.accept(ticks);
        listed.ifPresent(keeper -> keeper.tick(now()));
        copy();
        List<Part> parts = new ArrayList<>();
        for (Look look : scope.looks()) {
            if (look instanceof ClusterLook) {
                parts.add(cluster());
            } else if (look instanceof DisksLook) {
                parts.add(disks());
            } else if (look instanceof ThrottlesLook) {
                parts.add(throttles());
            } else if (look instanceof MembershipLook membership && ensemble.isPresent()) {
                parts.add(ensemble.get().membership(membership, now()));
            } else if (look instanceof MetadataQuorumLook controllers && quorum.isPresent()) {
                parts.add(quorum.get().quorum(controllers, now()));
            } else if (look instanceof MembershipLook membership && listed.isPresent()) {
                parts.add(listed.get().membership(membership));
            } else if (look instanceof ServerProcessesLook processes && listed.isPresent()) {
                parts.add(listed.get().processes(processes));
            } else if (look instanceof BrokerSettingsLook) {
                parts.add(new BrokerSettings(running, new TreeSet<>()));
            } else if (look instanceof NamesLook) {
                parts.add(new Names(names));
            } else if (look instanceof BrokerProcessesLook processes) {
                parts.add(processes(processes));
            } else {
                throw new IllegalArgumentException("not simulated: " + look);
            }
        }
        return Snapshot.of(now(), parts);
    }

    /** A clock on which every look takes a second. */
    public Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    private Instant now() {
        return Instant.parse("2026-03-01T14:02:07Z").plusSeconds(ticks);
    }

    /** One tick of copying: what has been copied becomes the assignment. */
    private void copy() {
        mostInFlight = Math.max(mostInFlight, copying.size());
        List<TopicPartition> arrived = new ArrayList<>();
        copying.replaceAll((name, left) -> left - 1);
        copying.forEach((name, left) -> {
            if (left <= 0 && receiversAlive(name)) {
                arrived.add(name);
            }
        });
        for (TopicPartition name : arrived) {
            copying.remove(name);
            Partition partition = cluster().partition(name).orElseThrow();
            List<BrokerId> target = partition.target();
            BrokerId leader = partition.leader().filter(target::contains).orElse(target.get(target.size() - 1));
            replace(Partition.at(name, target, target, Optional.of(leader)));
        }
    }

    private boolean receiversAlive(TopicPartition name) {
        return cluster().partition(name).orElseThrow().adding().stream().allMatch(brokers::containsKey);
    }

    @Override
    public Reply apply(Effect effect, Fence fence) {
        fence.check();
        effects.add(effect);
        boolean ofServers = effect instanceof Hook || effect instanceof MarkEnsemble;
        if (listed.isPresent() && ofServers) {
            return listed.get().apply(effect);
        }
        if (effect instanceof RunHook hook && hook.title().startsWith("restart broker")) {
            return restarted(hook);
        }
        if (effect instanceof Reconfigure || effect instanceof MarkEnsemble || effect instanceof RunHook) {
            return ensemble.orElseThrow().apply(effect, now());
        }
        if (effect instanceof HideInstance hide) {
            TreeSet<String> addresses =
                    new TreeSet<>(Objects.requireNonNull(names.get(hide.host())).addresses());
            addresses.remove(hide.address());
            return withName(hide.host(), true, addresses.toArray(String[]::new)).accepted();
        }
        if (effect instanceof AddVoter || effect instanceof RemoveVoter) {
            return quorum.orElseThrow().apply(effect, now());
        }
        if (effect instanceof AlterReassignments reassign) {
            reassign.targets()
                    .forEach((name, target) ->
                            target.ifPresentOrElse(replicas -> start(name, replicas), () -> cancel(name)));
        } else if (effect instanceof ElectPreferred elect) {
            elect.partitions().forEach(this::elect);
        } else if (effect instanceof AlterConfigs configs) {
            configs.changes().forEach(settings::change);
        }
        return accepted();
    }

    private Reply accepted() {
        return new Reply.Accepted();
    }

    private BrokerProcesses processes(BrokerProcessesLook look) {
        SortedMap<BrokerId, String> processes = new TreeMap<>();
        look.hosts().keySet().forEach(id -> processes.put(id, "process " + restarts.getOrDefault(id, 0)));
        return new BrokerProcesses(processes);
    }

    /** The program's last word is the broker's id; it is back at once. */
    private Reply restarted(RunHook hook) {
        BrokerId id = BrokerId.of(hook.command().get(hook.command().size() - 1));
        restarts.merge(id, 1, Integer::sum);
        running.computeIfAbsent(id, none -> new TreeMap<>()).putAll(configured.getOrDefault(id, Map.of()));
        return new Reply.Accepted();
    }

    private void start(TopicPartition name, List<BrokerId> target) {
        Partition before = cluster().partition(name).orElseThrow();
        List<BrokerId> removing = before.target().stream()
                .filter(replica -> !target.contains(replica))
                .toList();
        List<BrokerId> adding = target.stream()
                .filter(replica -> !before.target().contains(replica))
                .toList();
        List<BrokerId> replicas = new ArrayList<>(target);
        replicas.addAll(removing);
        replace(new Partition(name, replicas, before.isr(), before.leader(), adding, removing));
        if (!adding.isEmpty() || !removing.isEmpty()) {
            copying.put(name, ticksToCopy);
        }
    }

    private void cancel(TopicPartition name) {
        Partition before = cluster().partition(name).orElseThrow();
        replace(Partition.at(name, before.original(), before.original(), before.leader()));
        copying.remove(name);
    }

    private void elect(TopicPartition name) {
        Partition before = cluster().partition(name).orElseThrow();
        replace(new Partition(
                name,
                before.replicas(),
                before.isr(),
                Optional.of(before.target().get(0)),
                before.adding(),
                before.removing()));
    }

    private void replace(Partition partition) {
        topics.putAll(cluster().with(Map.of(partition.name(), partition)).topics());
    }
}
