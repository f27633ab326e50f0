package io.kash.surgery.simulation;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.ControlRecord;
import io.kash.surgery.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that happens beside the operation: brokers that die and return, controllers that change, other operators who
 * move, throttle, delete and create, and those who steer the operation itself. Which of it happens in a run, and how
 * often, the seed decides.
 */
final class Hostile {
    private final Simulation simulation;
    private final Dice dice;
    private final Setup setup;
    private final int deaths;
    private final int silences;
    private final int controllers;
    private final int moves;
    private final int throttles;
    private final int topics;
    private final int wishes;

    Hostile(Simulation simulation, Dice dice, Setup setup) {
        this.simulation = simulation;
        this.dice = dice;
        this.setup = setup;
        this.deaths = some(30);
        this.silences = some(20);
        this.controllers = some(30);
        this.moves = some(12);
        this.throttles = some(12);
        this.topics = some(12);
        this.wishes = some(30);
    }

    /** A third of the runs knows a sort of trouble at all. */
    private int some(int perMille) {
        return dice.chance(330) ? perMille : 0;
    }

    /** Twice a second. */
    void act() {
        if (dice.chance(deaths)) {
            kill(dice.pick(List.copyOf(simulation.world().brokers.values())));
        }
        if (dice.chance(silences)) {
            SimBroker broker = dice.pick(List.copyOf(simulation.world().brokers.values()));
            say("broker " + broker.id + " does not answer");
            broker.silentUntilMillis = simulation.now() + dice.between(500, 8_000);
        }
        if (dice.chance(controllers)) {
            say("the controller changes");
            simulation.world().controllerBackAtMillis = simulation.now() + dice.between(200, 5_000);
        }
        if (dice.chance(moves)) {
            move();
        }
        if (dice.chance(throttles)) {
            throttle();
        }
        if (dice.chance(topics)) {
            topic();
        }
        if (dice.chance(wishes)) {
            simulation.operation().ifPresent(this::wish);
        }
    }

    private void say(String what) {
        simulation.say("world", what);
    }

    /** Never so many that a partition within the promise would have too few in sync. */
    void kill(SimBroker broker) {
        boolean bearable = broker.alive
                && simulation.world().topics.values().stream()
                        .filter(SimTopic::withinThePromise)
                        .allMatch(topic -> topic.partitions.stream()
                                .allMatch(partition -> partition.isr.stream()
                                                .filter(id -> !id.equals(broker.id)
                                                        && simulation.world().alive(id))
                                                .count()
                                        >= topic.minIsr));
        if (!bearable) {
            return;
        }
        say("broker " + broker.id + " dies");
        broker.alive = false;
        broker.diedAtMillis = simulation.now();
        simulation.books().broke(broker.id.toString());
        simulation.after(dice.between(2_000, 40_000), () -> comeBack(broker));
    }

    private void comeBack(SimBroker broker) {
        if (!broker.alive) {
            say("broker " + broker.id + " is back");
            broker.alive = true;
        }
    }

    private void move() {
        List<SimPartition> all = simulation.world().partitions().toList();
        List<BrokerId> alive = simulation.world().living();
        if (all.isEmpty()) {
            return;
        }
        SimPartition partition = dice.pick(all);
        int factor = partition.original().size();
        if (alive.size() < factor) {
            return;
        }
        List<BrokerId> target = List.copyOf(dice.shuffled(alive).subList(0, factor));
        Optional<String> refused = simulation.controller().reassign(partition.name, target, false, simulation.now());
        say("somebody moves " + partition.name + " to " + target + refused.orElse(""));
        if (refused.isEmpty()) {
            simulation.books().foreignMove(partition.name);
        }
    }

    private void throttle() {
        if (dice.chance(500) && !simulation.world().topics.isEmpty()) {
            SimTopic topic = dice.pick(List.copyOf(simulation.world().topics.values()));
            String key = dice.pick(Throttles.TOPIC_KEYS);
            List<String> entries = new ArrayList<>(Settings.entries(Optional.ofNullable(topic.settings.get(key))));
            if (!entries.contains("9:99") && !entries.contains("*")) {
                entries.add("9:99");
                topic.settings.put(key, String.join(",", entries));
                simulation.books().foreignEntry("topic/" + topic.name + "/" + key, "9:99");
                say("somebody adds 9:99 to topic/" + topic.name + "/" + key);
            }
            return;
        }
        SimBroker broker = dice.pick(List.copyOf(simulation.world().brokers.values()));
        String key = dice.pick(List.of(Throttles.LEADER_RATE, Throttles.FOLLOWER_RATE));
        if (!broker.alive) {
            return;
        }
        String name = "broker/" + broker.id + "/" + key;
        if (dice.chance(700)) {
            String rate = Integer.toString(dice.between(30_000_000, 39_999_999));
            say("somebody sets " + name + " to " + rate);
            broker.settings.put(key, rate);
            simulation.books().foreignRate(name, Optional.of(rate));
        } else {
            say("somebody deletes " + name);
            broker.settings.remove(key);
            simulation.books().foreignRate(name, Optional.empty());
        }
    }

    private void topic() {
        int what = dice.between(1, 3);
        List<SimTopic> all = List.copyOf(simulation.world().topics.values());
        if (what == 1 || all.isEmpty()) {
            String name = "born-" + simulation.now();
            say("topic " + name + " is created");
            SimTopic born = setup.topic(name);
            born.createdAtMillis = simulation.now();
            simulation.books().foreignTopic(born.name);
        } else {
            SimTopic gone = dice.pick(all);
            say("topic " + gone.name + " is deleted" + (what == 2 ? "" : " and created again"));
            simulation.books().foreignTopic(gone.name);
            simulation.world().topics.remove(gone.name);
            if (what == 3) {
                setup.topic(gone.name).createdAtMillis = simulation.now();
            }
        }
    }

    /** Operators steer it, each through the record all of them share. */
    private void wish(Operation operation) {
        if (operation.status().ended()) {
            return;
        }
        ControlRecord record = new ControlRecord(simulation.quiet(), Surgery.json(), operation.id());
        int what = dice.between(1, 6);
        say("operators want " + what + " of " + operation.id());
        record.change(before -> switch (what) {
            case 1 -> before.with(Control.Wish.PAUSE, "ada: lunch");
            case 2 -> before.with(Control.Wish.STOP, "ada asked it to stop");
            case 3 -> before.with(before.limits().withRate(dice.between(100_000, 90_000_000)), "ada: another rate");
            case 4 ->
                before.with(before.limits().withWindow(simulation.window(dice.between(1, 5))), "ada: another window");
            case 5 -> simulation.mayBeCancelled() ? before.with(Control.Wish.CANCEL, "ada cancelled it") : before;
            default -> before.with(Control.Wish.RUN, "ada: go on");
        });
    }

    /** Everybody goes home, and what was broken is mended. */
    void goHome() {
        simulation.world().brokers.values().forEach(this::comeBack);
        simulation.world().brokers.values().forEach(broker -> broker.silentUntilMillis = 0);
    }
}
