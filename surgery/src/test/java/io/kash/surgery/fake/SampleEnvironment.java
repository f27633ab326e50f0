package io.kash.surgery.fake;

import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.Environment.Consul;
import io.kash.surgery.environment.Environment.Fleet;
import io.kash.surgery.environment.Environment.Hooks;
import io.kash.surgery.environment.Environment.Kafka;
import io.kash.surgery.environment.Environment.Kraft;
import io.kash.surgery.environment.Environment.Limits;
import io.kash.surgery.environment.Environment.Teamwork;
import io.kash.surgery.environment.Environment.ZooKeeper;
import io.kash.surgery.environment.Protection;
import java.util.Map;
import java.util.Optional;

/** An environment in the making: like another, but for what is said. */
public final class SampleEnvironment {
    private final String name;
    private final Protection protection;
    private Kafka kafka;
    private Optional<ZooKeeper> zookeeper;
    private Optional<Consul> consul;
    private Map<String, Fleet> fleets;
    private Limits limits;
    private Teamwork teamwork;
    private Optional<String> canary;
    private Hooks hooks;
    private Kraft kraft;

    private SampleEnvironment(String name, Protection protection, Kafka kafka) {
        this.name = name;
        this.protection = protection;
        this.kafka = kafka;
        zookeeper = Optional.empty();
        consul = Optional.empty();
        fleets = Map.of();
        limits = Limits.DEFAULT;
        teamwork = Teamwork.ALONE;
        canary = Optional.empty();
        hooks = Hooks.NONE;
        kraft = Kraft.USUAL;
    }

    /** One that has Kafka and nothing else. */
    public static SampleEnvironment of(String name, Protection protection, String bootstrap) {
        return new SampleEnvironment(name, protection, new Kafka(bootstrap, Optional.empty(), Optional.empty()));
    }

    public static SampleEnvironment like(Environment other) {
        SampleEnvironment like = new SampleEnvironment(other.name(), other.protection(), other.kafka());
        like.zookeeper = other.zookeeper();
        like.consul = other.consul();
        like.fleets = other.fleets();
        like.limits = other.limits();
        like.teamwork = other.teamwork();
        like.canary = other.canary();
        like.hooks = other.hooks();
        like.kraft = other.kraft();
        return like;
    }

    public SampleEnvironment client(Optional<String> file) {
        kafka = new Kafka(kafka.bootstrap(), file, kafka.clusterId());
        return this;
    }

    public SampleEnvironment pinned(Optional<String> clusterId) {
        kafka = new Kafka(kafka.bootstrap(), kafka.client(), clusterId);
        return this;
    }

    public SampleEnvironment pinned(String clusterId) {
        return pinned(Optional.of(clusterId));
    }

    public SampleEnvironment zookeeper(Optional<ZooKeeper> keeper) {
        zookeeper = keeper;
        return this;
    }

    public SampleEnvironment zookeeper(ZooKeeper keeper) {
        return zookeeper(Optional.of(keeper));
    }

    public SampleEnvironment consul(Optional<Consul> agent) {
        consul = agent;
        return this;
    }

    /** These, and no others. */
    public SampleEnvironment fleets(Map<String, Fleet> all) {
        fleets = all;
        return this;
    }

    public SampleEnvironment limits(Limits most) {
        limits = most;
        return this;
    }

    public SampleEnvironment teamwork(Teamwork together) {
        teamwork = together;
        return this;
    }

    public SampleEnvironment canary(Optional<String> topic) {
        canary = topic;
        return this;
    }

    public SampleEnvironment hooks(Hooks programs) {
        hooks = programs;
        return this;
    }

    public SampleEnvironment kraft(Kraft controllers) {
        kraft = controllers;
        return this;
    }

    public Environment done() {
        return new Environment(
                name, protection, kafka, zookeeper, consul, fleets, limits, teamwork, canary, hooks, kraft);
    }
}
