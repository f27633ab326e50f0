package io.kash.surgery.simulation;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.ControlRecord;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.plan.Request;
import io.kash.surgery.plan.Reversal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What one seed tells: a request is made, all sorts of things go wrong for a while, shells go on where others died, and
 * then, with nothing wrong any more, everything comes to its end.
 */
final class Story {
    private static final long MOST_MILLIS = 40 * 60_000L;
    private static final int MOST_SHELLS = 60;
    private static final int SAME_ANSWERS = 3;

    /** What the run is about. */
    enum Kind {
        MOVE,
        DRAIN,
        ASSIGN,
        UNDO,
        CANCEL
    }

    private final Dice dice;
    private final Setup setup;
    private final Simulation simulation;
    private final Hostile hostile;
    private final Kind kind;
    private final OptionalInt deathAt;
    private final Map<TopicPartition, List<BrokerId>> before = new TreeMap<>();
    private Request request;
    private boolean undone;
    private boolean over;
    private boolean calm;
    private long fasterAtMillis;
    private long calmSinceMillis;
    private boolean putBack;
    private String lastAnswer = "";
    private int sameAnswers;
    private int points;

    Story(long seed, Surgery surgery) {
        this(seed, surgery, Optional.empty(), OptionalInt.empty());
    }

    /** Where nothing goes wrong but one thing: the first shell dies at that point at which it writes or acts. */
    static Story ofOneDeath(long seed, Kind kind, int point) {
        return new Story(seed, Surgery.AS_IT_IS, Optional.of(kind), OptionalInt.of(point));
    }

    private Story(long seed, Surgery surgery, Optional<Kind> only, OptionalInt deathAt) {
        this.deathAt = deathAt;
        this.dice = new Dice(seed);
        this.setup = new Setup(dice);
        setup.build();
        this.kind = only.orElse(dice.pick(List.of(Kind.values())));
        this.request = kind == Kind.DRAIN ? setup.drain() : kind == Kind.ASSIGN ? setup.assign() : setup.toNew();
        this.simulation = new Simulation(dice, setup.world(), surgery, dice.pick(List.of(0L, 4_000L, 10_000L)));
        this.hostile = new Hostile(simulation, dice, setup);
    }

    Simulation simulation() {
        return simulation;
    }

    private void count(Shell shell) {
        points++;
        if (deathAt.isPresent() && points == deathAt.getAsInt()) {
            shell.die("point " + points);
        }
    }

    /** How many points were passed at which a shell may die. */
    int points() {
        return points;
    }

    Outcome tell() {
        simulation.say(
                "world",
                setup.world().mode + " " + kind + " " + setup.world().cluster().topics());
        setup.world().partitions().forEach(partition -> before.put(partition.name, partition.replicas));
        if (deathAt.isEmpty() && dice.chance(100)) {
            hostile.kill(dice.pick(List.copyOf(setup.world().brokers.values())));
        }
        simulation.open();
        simulation.prefers(request);
        if (kind == Kind.CANCEL) {
            simulation.letBeCancelled();
        }
        simulation.faults(deathAt.isEmpty() ? Faults.of(dice) : Faults.NONE);
        simulation.onBoundary(this::count);
        long until = deathAt.isEmpty() ? dice.between(5_000, 90_000) : 0;
        simulation.directedBy(() -> step(until), 500);
        if (simulation.violations().isEmpty()) {
            if (!over) {
                simulation.violated("it does not come to an end: " + lastAnswer);
            } else {
                simulation.sleep(15_000);
                new Ending(simulation, before, lastAnswer).judge();
            }
        }
        return new Outcome(
                kind,
                simulation.violations(),
                lastAnswer,
                simulation.now(),
                simulation.trace().events(),
                simulation.operators().size(),
                simulation.trace().last(),
                simulation.close());
    }

    /** Twice a second; true when everything is over, or something must not have been. */
    private boolean step(long until) {
        if (simulation.now() >= until && !calm) {
            calmDown();
        }
        if (!calm) {
            hostile.act();
        } else if (simulation.now() >= fasterAtMillis) {
            fasterAtMillis = simulation.now() + 60_000;
            simulation.allOperations().stream()
                    .filter(operation -> !operation.status().ended())
                    .forEach(this::fastEnough);
        }
        over = next();
        return over || !simulation.violations().isEmpty() || simulation.now() >= MOST_MILLIS;
    }

    private void calmDown() {
        calm = true;
        calmSinceMillis = simulation.now();
        simulation.faults(Faults.NONE);
        hostile.goHome();
        simulation.say("world", "nothing goes wrong any more");
    }

    /** Somebody else's throttle may keep what is in flight from ever arriving. */
    private boolean tooLong() {
        return simulation.now() - calmSinceMillis > 10 * 60_000;
    }

    /** A throttle below what producers write is raised by hand, and a pause ends. */
    private void fastEnough(Operation operation) {
        new ControlRecord(simulation.quiet(), Surgery.json(), operation.id())
                .change(wanted -> tooLong()
                        ? wanted.with(Control.Wish.CANCEL, "ada cancelled it")
                        : (wanted.wish() == Control.Wish.CANCEL ? wanted : wanted.with(Control.Wish.RUN, "ada: go on"))
                                .with(wanted.limits().withRate(60_000_000), "ada: faster"));
    }

    /** Starts the next shell when nobody works; true when there is nothing left to do. */
    private boolean next() {
        List<Operator> working = simulation.operators().stream()
                .filter(operator -> !operator.shell().dead())
                .toList();
        boolean somebodyAwake =
                working.stream().anyMatch(operator -> !operator.shell().asleep());
        if (somebodyAwake) {
            if (!calm && dice.chance(10)) {
                anotherTries();
            }
            return false;
        }
        if (calm && answeredThreeTimes()) {
            return !putBack ? putBack() : working.isEmpty();
        }
        boolean held = !simulation.store().holders().isEmpty();
        if (dice.chance(held ? 950 : calm ? 500 : 850)) {
            // Nobody is there for a while.
            return false;
        }
        if (simulation.operators().size() > MOST_SHELLS) {
            simulation.violated("it is not done after " + MOST_SHELLS + " shells: " + lastAnswer);
            return true;
        }
        return goOn() && working.isEmpty();
    }

    private boolean answeredThreeTimes() {
        if (putBack) {
            return true;
        }
        List<Operator> all = simulation.operators();
        if (all.isEmpty() || all.get(all.size() - 1).result().isEmpty()) {
            return false;
        }
        Operator last = all.get(all.size() - 1);
        String answer = last.result().orElseThrow() + " " + last.why();
        if (simulation.now() - calmSinceMillis < 5_000 || last.counted()) {
            return sameAnswers >= SAME_ANSWERS;
        }
        last.count();
        if (last.result().orElseThrow() == Operator.Result.HELD) {
            // Whoever held it died a moment ago.
            return false;
        }
        sameAnswers = answer.equals(lastAnswer) ? sameAnswers + 1 : 1;
        lastAnswer = answer;
        return sameAnswers >= SAME_ANSWERS;
    }

    private boolean goOn() {
        Optional<Operation> begun = simulation.operation();
        if (begun.isEmpty()) {
            start(operator -> operator.perform(request));
            return false;
        }
        Operation operation = begun.get();
        if (operation.status().ended()) {
            lastAnswer = operation.status().toString();
            if (kind == Kind.UNDO && !undone && operation.wayBack() instanceof Reversal.By by) {
                request = by.request();
                simulation.prefers(request);
                undone = true;
                start(operator -> operator.perform(request));
                return false;
            }
            return calm && (putBack || putBack());
        }
        boolean cancel = kind == Kind.CANCEL && (calm || dice.chance(300));
        start(operator -> cancel ? operator.cancel(operation.id()) : operator.resume(operation.id()));
        return false;
    }

    /** What a broker that was down could not be told. */
    private boolean putBack() {
        putBack = true;
        start(operator -> operator.perform(operator.throttlesRestore()));
        return false;
    }

    private void anotherTries() {
        List<Operation> left = new ArrayList<>(simulation.allOperations());
        left.removeIf(operation -> operation.status().ended());
        if (left.isEmpty()) {
            start(operator -> operator.perform(request));
        } else {
            start(operator -> operator.resume(left.get(0).id()));
        }
    }

    private void start(java.util.function.Function<Operator, Operator.Result> command) {
        var unused = simulation.start("shell-" + (simulation.operators().size() + 1), command);
    }
}
