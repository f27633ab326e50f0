package io.kash.commands.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.FakePrompter;
import io.kash.commands.fake.Workplace;
import io.kash.commands.session.Batch;
import io.kash.commands.session.Interrupts;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.fake.TestTime;
import io.kash.surgery.kafka.AlterConfigs;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.operation.Event;
import io.kash.surgery.operation.JournalLine;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.pairing.KeyFile;
import io.kash.surgery.pairing.Operator;
import io.kash.surgery.problem.Problem;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Ada carries an operation out; ben, in another shell, has a word with it. */
class OpsControlTest {
    private final SimulatedCluster cluster = Workplace.oldAndNew().copyingFor(4);
    private final TestTime time = new TestTime();
    private final Workplace lab = Workplace.of(cluster);
    private final Workplace ada = shell("ada").answering("yes");
    private final Workplace ben = shell("ben");
    private final Map<Integer, Runnable> atWait = new HashMap<>();
    private int waits;

    private Workplace shell(String name) {
        return lab.at(time, new Operator(name + "@bastion (1)", "shell-of-" + name, new KeyFile(Path.of("none"))));
    }

    private Outcome adaMoves() {
        time.meanwhile(() -> {
            waits++;
            atWait.getOrDefault(waits, () -> {}).run();
        });
        return ada.run("topics move --to-new --window 1");
    }

    private String id() {
        return ben.operation().id().toString();
    }

    private List<Event> journal() {
        return ben.operation().lines().stream().map(JournalLine::event).toList();
    }

    private boolean anythingInFlight() {
        return cluster.cluster().partitions().anyMatch(Partition::reassigning);
    }

    @Test
    void anotherShellPausesItAndLetsItGoOn() {
        atWait.put(5, () -> assertThat(ben.run("ops pause " + id() + " --why lunch"))
                .isEqualTo(Outcome.DONE));
        atWait.put(20, () -> {
            assertThat(anythingInFlight()).isFalse();
            assertThat(ben.run("ops resume " + id())).isEqualTo(Outcome.DONE);
        });

        assertThat(adaMoves()).isEqualTo(Outcome.DONE);

        assertThat(journal())
                .contains(new Event.Paused("ben@bastion (1): lunch"))
                .contains(new Event.WentOn("resumed by ben@bastion (1)"));
        assertThat(ada.progress()).contains("PAUSED: ben@bastion (1): lunch; 0 in flight");
        assertThat(ben.notes())
                .contains("starts nothing new. To go on: ops resume")
                .contains("goes on: ada@bastion (1) carries it out.");
    }

    @Test
    void anotherShellChangesItsThrottleWithinTheEnvironmentsLimit() {
        Problem[] refused = new Problem[1];
        atWait.put(5, () -> {
            refused[0] = ben.problem("ops throttle " + id() + " 99MB/s");
            ben.run("ops throttle " + id() + " 3MB/s");
        });

        assertThat(adaMoves()).isEqualTo(Outcome.DONE);

        assertThat(refused[0].kind()).isEqualTo(Problem.Kind.REFUSED);
        assertThat(refused[0].what()).isEqualTo("99MB/s is above the limit of this environment");
        assertThat(cluster.effects().stream()
                        .filter(AlterConfigs.class::isInstance)
                        .flatMap(effect -> ((AlterConfigs) effect).changes().stream())
                        .filter(change ->
                                change.name().equals("11") && change.key().equals(Throttles.FOLLOWER_RATE))
                        .map(AlterConfigs.Change::value))
                .containsExactly("10000000", "3000000", "");
        assertThat(cluster.throttles().isEmpty()).isTrue();
    }

    @Test
    void aScriptRunDryTellsItNothing() {
        Workplace dry = ben.with(new Batch(true, Optional.empty()));
        atWait.put(5, () -> {
            assertThat(dry.run("ops pause " + id())).isEqualTo(Outcome.CHANGES_PENDING);
            assertThat(dry.run("ops throttle " + id() + " 3MB/s")).isEqualTo(Outcome.CHANGES_PENDING);
            ben.run("ops pause " + id());
        });
        atWait.put(15, () -> {
            assertThat(dry.run("ops resume " + id())).isEqualTo(Outcome.CHANGES_PENDING);
            assertThat(journal()).noneMatch(Event.WentOn.class::isInstance);
        });
        atWait.put(20, () -> ben.run("ops resume " + id()));

        assertThat(adaMoves()).isEqualTo(Outcome.DONE);

        assertThat(journal()).noneMatch(Event.Adjusted.class::isInstance);
        assertThat(journal().stream().filter(Event.WentOn.class::isInstance)).hasSize(1);
    }

    @Test
    void anotherShellWidensItsWindow() {
        atWait.put(3, () -> ben.run("ops window " + id() + " 2"));

        assertThat(adaMoves()).isEqualTo(Outcome.DONE);

        assertThat(cluster.mostInFlight()).isEqualTo(2);
    }

    @Test
    void anotherShellCancelsItWithConsentAndItsDriverTakesBackWhatIsInFlight() {
        cluster.copyingFor(50);
        Workplace asked = ben.with(FakePrompter.answering("yes"));
        atWait.put(6, () -> assertThat(asked.run("ops cancel " + id())).isEqualTo(Outcome.DONE));

        assertThat(adaMoves()).isEqualTo(Outcome.DONE);

        assertThat(anythingInFlight()).isFalse();
        assertThat(cluster.throttles().isEmpty()).isTrue();
        assertThat(ben.operation().status()).isEqualTo(Operation.Status.CANCELLED);
        assertThat(asked.notes()).contains("ada@bastion (1) carries it out and cancels it now: ops watch");
        assertThat(ada.notes()).contains("Cancelled: ben@bastion (1) cancelled it.");
        assertThat(ben.run("ops resume " + id())).isEqualTo(Outcome.DONE);
        assertThat(ben.notes()).contains("is cancelled.");
    }

    @Test
    void withoutConsentNothingIsCancelled() {
        atWait.put(6, () -> assertThat(ben.with(FakePrompter.answering("no")).run("ops cancel " + id()))
                .isEqualTo(Outcome.DECLINED));

        assertThat(adaMoves()).isEqualTo(Outcome.DONE);

        assertThat(ben.operation().status()).isEqualTo(Operation.Status.FINISHED);
    }

    @Test
    void whatADeadShellLeftIsCancelledByAnyOther() {
        cluster.copyingFor(50);
        int[] pressed = {0};
        atWait.put(6, () -> pressed[0] = 2);
        Workplace leaving = ada.with((Interrupts) () -> pressed[0]).answering("yes");
        time.meanwhile(() -> {
            waits++;
            atWait.getOrDefault(waits, () -> {}).run();
        });
        assertThat(leaving.run("topics move --to-new --window 1")).isEqualTo(Outcome.INTERRUPTED);
        assertThat(anythingInFlight()).isTrue();
        Workplace other = ben.with(FakePrompter.answering("yes"));

        assertThat(other.run("ops cancel " + id())).isEqualTo(Outcome.DONE);

        assertThat(anythingInFlight()).isFalse();
        assertThat(cluster.throttles().isEmpty()).isTrue();
        assertThat(other.notes()).contains("To go back: ops undo " + id());
    }

    @Test
    void whoeverWatchesSeesWhatItsDriverSeesAndLeavesItAlone() {
        int[] pressed = {0};
        Workplace watching = ben.with((Interrupts) () -> pressed[0]);
        atWait.put(8, () -> {
            atWait.put(waits + 1, () -> pressed[0] = 1);
            assertThat(watching.run("ops watch " + id())).isEqualTo(Outcome.DONE);
        });

        assertThat(adaMoves()).isEqualTo(Outcome.DONE);

        assertThat(watching.progress()).contains("topics move --to-new  [").contains("1 in flight");
        assertThat(watching.notes()).contains("goes on; you have stopped watching it.");
    }

    @Test
    void anOperationThatNobodyCarriesOutCannotBePaused() {
        assertThat(adaMoves()).isEqualTo(Outcome.DONE);

        Problem problem = ben.problem("ops pause " + id());

        assertThat(problem.what()).isEqualTo("nobody is carrying out operation " + id());
        assertThat(problem.why()).isEqualTo("it is done");
    }
}
