package io.kash.surgery.fake;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.DisksLook;
import io.kash.surgery.kafka.Groups;
import io.kash.surgery.kafka.GroupsLook;
import io.kash.surgery.kafka.Offsets;
import io.kash.surgery.kafka.OffsetsLook;
import io.kash.surgery.kafka.Topic;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.operation.Observer;
import io.kash.surgery.plan.Look;
import io.kash.surgery.plan.Part;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Answers looks with the parts it was given, narrowed to what was asked, as a real observer would. */
public final class FakeObserver implements Observer {
    private final Map<Class<? extends Part>, Part> parts = new ConcurrentHashMap<>();
    private final Map<Class<? extends Part>, Problem> problems = new ConcurrentHashMap<>();
    private final Map<Class<? extends Part>, CountDownLatch> hanging = new ConcurrentHashMap<>();
    private final List<Scope> asked = new CopyOnWriteArrayList<>();
    private volatile Instant now = Clusters.NOW;

    /** From now on a look at this type of part finds this part. */
    public FakeObserver with(Part part) {
        parts.put(part.getClass(), part);
        problems.remove(part.getClass());
        return this;
    }

    /** From now on a look at this type of part fails. */
    public FakeObserver failing(Class<? extends Part> type, Problem problem) {
        problems.put(type, problem);
        return this;
    }

    /** From now on a look at this type of part does not return until it is interrupted. */
    public FakeObserver hanging(Class<? extends Part> type) {
        hanging.put(type, new CountDownLatch(1));
        return this;
    }

    public FakeObserver at(Instant instant) {
        now = instant;
        return this;
    }

    /** Every scope that was read, in order. */
    public List<Scope> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Snapshot read(Scope scope) {
        asked.add(scope);
        List<Part> found = new ArrayList<>();
        for (Look look : scope.looks()) {
            found.add(answer(look));
        }
        return Snapshot.of(now, found);
    }

    private Part answer(Look look) {
        hang(look.part());
        Problem problem = problems.get(look.part());
        if (problem != null) {
            throw problem.asException();
        }
        Part part = parts.get(look.part());
        if (part == null) {
            throw new IllegalStateException("the test gave no " + look.part().getSimpleName());
        }
        return narrowed(part, look);
    }

    private void hang(Class<? extends Part> type) {
        CountDownLatch latch = hanging.get(type);
        if (latch != null) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw Problem.failed("interrupted", "", "", "").asException(e);
            }
        }
    }

    private static Part narrowed(Part part, Look look) {
        if (part instanceof Cluster cluster && look instanceof ClusterLook wanted) {
            TreeMap<String, Topic> topics = new TreeMap<>(cluster.topics());
            topics.keySet().removeIf(topic -> !wanted.topics().includes(topic));
            return new Cluster(cluster.id(), cluster.controller(), cluster.brokers(), topics);
        }
        if (part instanceof Disks disks && look instanceof DisksLook wanted) {
            TreeMap<BrokerId, List<Disks.LogDir>> dirs = new TreeMap<>(disks.dirs());
            dirs.keySet().removeIf(broker -> !wanted.brokers().includes(broker));
            return new Disks(dirs, disks.bytes());
        }
        if (part instanceof Offsets offsets && look instanceof OffsetsLook wanted) {
            TreeMap<TopicPartition, Offsets.Log> logs = new TreeMap<>(offsets.logs());
            logs.keySet().removeIf(partition -> !wanted.topics().includes(partition.topic()));
            return new Offsets(logs);
        }
        if (part instanceof Groups groups && look instanceof GroupsLook wanted) {
            TreeMap<String, Groups.Group> byId = new TreeMap<>(groups.byId());
            byId.keySet().removeIf(group -> !wanted.groups().includes(group));
            byId.replaceAll((id, group) -> wanted.lag() ? group : withoutPositions(group));
            return new Groups(byId);
        }
        return part;
    }

    private static Groups.Group withoutPositions(Groups.Group group) {
        return new Groups.Group(
                group.id(), group.type(), group.state(), group.members(), group.coordinator(), List.of());
    }
}
