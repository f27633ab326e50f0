package io.kash.surgery.fake;

import io.kash.surgery.coordination.Fence;
import io.kash.surgery.hook.RunHook;
import io.kash.surgery.kafka.Broker;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.BrokerProcesses;
import io.kash.surgery.kafka.BrokerProcessesLook;
import io.kash.surgery.kafka.BrokerSettings;
import io.kash.surgery.kafka.BrokerSettingsLook;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Topic;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.operation.Hands;
import io.kash.surgery.operation.Observer;
import io.kash.surgery.operation.Reply;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Look;
import io.kash.surgery.plan.Part;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Brokers that are restarted by hooks. The last word of a hook's command is the id of its broker. Time passes with the
 * pauses of whoever looks: a broker is away for three looks after its hook, and behind for two more.
 */
public final class RollingCluster implements Observer, Hands {
    private static final int AWAY = 3;
    private static final int BEHIND = 2;

    private final SortedMap<BrokerId, Life> brokers = new TreeMap<>();
    private final SortedMap<String, Topic> topics = new TreeMap<>();
    private final TestTime time = new TestTime(Clusters.NOW);
    private final List<String> hooks = new ArrayList<>();
    private Optional<BrokerId> controller = Optional.empty();
    private Map<String, String> chef = Map.of();

    /** One broker. */
    private static final class Life {
        private int process = 1;
        private int away;
        private int behind;
        private boolean comesBack = true;
        private Optional<Reply> answer = Optional.empty();
        private Map<String, String> settings = Map.of(BrokerSettings.ZOOKEEPER, "zk-1:2181");
    }

    public RollingCluster(int... ids) {
        for (int id : ids) {
            brokers.put(new BrokerId(id), new Life());
        }
        time.meanwhile(this::goOn);
    }

    /** The time that its brokers need, for whoever looks at them. */
    public TestTime time() {
        return time;
    }

    public RollingCluster withTopic(String name, int minInSync, int... replicas) {
        List<BrokerId> all = SimulatedCluster.brokers(replicas);
        Partition partition = Partition.at(new TopicPartition(name, 0), all, all, Optional.of(all.get(0)));
        topics.put(name, new Topic(name, "id-" + name, false, minInSync, false, List.of(partition)));
        return this;
    }

    public RollingCluster controlledBy(int id) {
        controller = Optional.of(new BrokerId(id));
        return this;
    }

    /** What brokers are configured with when they start from now on. */
    public RollingCluster givenByChef(Map<String, String> settings) {
        chef = Map.copyOf(settings);
        return this;
    }

    /** The broker's hook answers this and does nothing. */
    public RollingCluster failing(int id, Reply reply) {
        life(id).answer = Optional.of(reply);
        return this;
    }

    /** The broker goes away and does not come back, until it is restarted again. */
    public RollingCluster losing(int id) {
        life(id).comesBack = false;
        return this;
    }

    public RollingCluster mended(int id) {
        life(id).comesBack = true;
        life(id).answer = Optional.empty();
        return this;
    }

    /** The commands that were run, as lines. */
    public List<String> hooks() {
        return List.copyOf(hooks);
    }

    public int process(int id) {
        return life(id).process;
    }

    private Life life(int id) {
        return Optional.ofNullable(brokers.get(new BrokerId(id))).orElseThrow();
    }

    @Override
    public Reply apply(Effect effect, Fence fence) {
        fence.check();
        RunHook hook = (RunHook) effect;
        hooks.add(String.join(" ", hook.command()));
        Life life = life(Integer.parseInt(hook.command().get(hook.command().size() - 1)));
        if (life.answer.isPresent()) {
            return life.answer.get();
        }
        life.process++;
        life.away = AWAY;
        life.behind = BEHIND;
        TreeMap<String, String> settings = new TreeMap<>(life.settings);
        settings.putAll(chef);
        life.settings = settings;
        return new Reply.Accepted();
    }

    private void goOn() {
        for (Life life : brokers.values()) {
            if (life.away > 0) {
                life.away -= life.comesBack ? 1 : 0;
            } else if (life.behind > 0) {
                life.behind--;
            }
        }
    }

    @Override
    public Snapshot read(Scope scope) {
        return Snapshot.of(
                time.instant(), scope.looks().stream().map(this::answer).toList());
    }

    private Part answer(Look look) {
        if (look instanceof ClusterLook) {
            return cluster();
        }
        if (look instanceof BrokerSettingsLook) {
            SortedMap<BrokerId, Map<String, String>> settings = new TreeMap<>();
            brokers.forEach((id, life) -> {
                if (life.away == 0) {
                    settings.put(id, life.settings);
                }
            });
            return new BrokerSettings(settings, new TreeSet<>());
        }
        SortedMap<BrokerId, String> processes = new TreeMap<>();
        ((BrokerProcessesLook) look).hosts().keySet().forEach(id -> {
            if (life(id.value()).away == 0) {
                processes.put(id, "process " + life(id.value()).process);
            }
        });
        return new BrokerProcesses(processes);
    }

    private Cluster cluster() {
        List<Broker> up = new ArrayList<>();
        brokers.forEach((id, life) -> {
            if (life.away == 0) {
                up.add(new Broker(id, "10.0.0." + id, 9092, Optional.empty(), false));
            }
        });
        List<Topic> seen = topics.values().stream()
                .map(topic ->
                        topic.with(topic.partitions().stream().map(this::seen).toList()))
                .toList();
        return Cluster.of("cluster-1", controller, up, seen);
    }

    private Partition seen(Partition partition) {
        List<BrokerId> isr = partition.replicas().stream()
                .filter(id -> life(id.value()).away == 0 && life(id.value()).behind == 0)
                .toList();
        return Partition.at(
                partition.name(), partition.replicas(), isr, isr.stream().findFirst());
    }
}
