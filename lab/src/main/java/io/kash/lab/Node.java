package io.kash.lab;

import io.kash.lab.address.Endpoint;
import io.kash.lab.address.Zone;

/**
 * A server of the lab, as it is known outside.
 *
 * @param name what the lab's verbs call it: {@code broker-11}, {@code zk-2}, {@code controller-3}
 * @param kind what it is
 * @param id the broker, controller or ZooKeeper server id
 * @param zone where it stands; a broker's rack is the zone's small letter
 * @param endpoint where its clients reach it
 */
public record Node(String name, Kind kind, int id, Zone zone, Endpoint endpoint) {
    /** What a server is. */
    public enum Kind {
        ZOOKEEPER("ZooKeeper server"),
        NEW_ZOOKEEPER("new ZooKeeper"),
        CONTROLLER("controller"),
        NEW_CONTROLLER("new controller"),
        OLD_BROKER("old broker"),
        NEW_BROKER("new broker");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public boolean isZooKeeper() {
        return kind == Kind.ZOOKEEPER || kind == Kind.NEW_ZOOKEEPER;
    }

    public boolean isController() {
        return kind == Kind.CONTROLLER || kind == Kind.NEW_CONTROLLER;
    }

    public boolean isBroker() {
        return kind == Kind.OLD_BROKER || kind == Kind.NEW_BROKER;
    }
}
