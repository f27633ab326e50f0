package io.kash.surgery.simulation;

import io.kash.surgery.coordination.StoreUnavailable;
import io.kash.surgery.fake.SimulatedCrash;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** One process of kash: it dies, it is stopped and wakes, its network is cut, and its clocks are its own. */
final class Shell {
    static final Instant BEGINNING = Instant.parse("2026-03-01T14:00:00Z");

    final String name;
    final Simulation simulation;
    /** Where the last answer to a look came from: nothing that happened later could be known. */
    long lookedAtMillis = -1;

    private boolean dead;
    private boolean asleep;
    private boolean ended;
    private long cutOffUntilMillis;
    /** How far its monotonic clock is behind: it stands still while the machine sleeps. */
    private long sleptMillis;

    Shell(String name, Simulation simulation) {
        this.name = name;
        this.simulation = simulation;
    }

    boolean dead() {
        return dead || ended;
    }

    boolean asleep() {
        return asleep;
    }

    /** Whether the store's servers hear of its sessions. */
    boolean heard() {
        return !dead() && !asleep && !cutOff();
    }

    private boolean cutOff() {
        return simulation.now() < cutOffUntilMillis;
    }

    /** Its work is done; what it claimed and could not give back goes when its sessions do. */
    void end() {
        ended = true;
    }

    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return BEGINNING.plusMillis(simulation.now());
            }
        };
    }

    long nanoTime() {
        return (simulation.now() - sleptMillis) * 1_000_000;
    }

    void say(String what) {
        simulation.say(name, what);
    }

    /** One more point at which the process may die, whatever it is about to do or has just done. */
    void point(String what) {
        if (dead) {
            throw new SimulatedCrash(0);
        }
        simulation.boundary(this, what);
        if (simulation.chance(simulation.faults().crash())) {
            die(what);
        }
    }

    void die(String what) {
        say("dies at " + what);
        dead = true;
        throw new SimulatedCrash(0);
    }

    /** A call of a port begins: time goes by, and now and then much of it. */
    void call(String what, int mostMillis) {
        point("before " + what);
        if (simulation.chance(simulation.faults().stopped())) {
            stop(what);
        }
        simulation.sleep(simulation.between(1, mostMillis));
        if (dead) {
            throw new SimulatedCrash(0);
        }
    }

    private void stop(String what) {
        long millis = simulation.between(2_000, 90_000);
        boolean machineSleeps = simulation.chance(500);
        say((machineSleeps ? "sleeps " : "is stopped ") + millis + " ms before " + what);
        asleep = true;
        simulation.sleep(millis);
        asleep = false;
        if (machineSleeps) {
            sleptMillis += millis;
        }
        say("wakes");
    }

    /** Throws when the store cannot be reached from here. */
    void reach(String what) {
        if (!cutOff() && simulation.chance(simulation.faults().cutOff())) {
            cutOff(what);
        }
        if (cutOff()) {
            simulation.sleep(simulation.between(200, 3_000));
            throw away();
        }
    }

    /** From now on it cannot be reached for a while. */
    void cutOff(String what) {
        long millis = simulation.between(500, 25_000);
        say("is cut off from the store for " + millis + " ms at " + what);
        cutOffUntilMillis = simulation.now() + millis;
    }

    boolean cutOffNow() {
        return cutOff();
    }

    static StoreUnavailable away() {
        return StoreUnavailable.silent("ZooKeeper", "10.0.1.1:2181", "no server answered", new IOException("cut off"));
    }
}
