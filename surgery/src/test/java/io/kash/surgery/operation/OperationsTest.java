package io.kash.surgery.operation;

import static io.kash.surgery.fake.SimulatedCluster.brokers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.surgery.coordination.Store;
import io.kash.surgery.fake.FakeStore;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.fake.Surgeon;
import io.kash.surgery.problem.ProblemException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperationsTest {
    private final FakeStore store = new FakeStore();
    private final SimulatedCluster cluster = new SimulatedCluster()
            .withBroker(1, "a")
            .withBroker(2, "b")
            .withBroker(3, "c")
            .withTopic("orders", 1, 1_000, 1, 2);
    private final Surgeon surgeon = new Surgeon(store, cluster, cluster);

    @BeforeEach
    void anOperationThatEnded() {
        assertThat(surgeon.perform(Surgeon.move(brokers(1), brokers(3)), () -> Control.RUN))
                .isInstanceOf(Ending.Finished.class);
    }

    private OperationId id() {
        return surgeon.operations().ids().get(0);
    }

    private void tamper(String key, UnaryOperator<String> change) {
        Store.Entry entry = store.get(key).orElseThrow();
        assertThat(store.putIf(key, change.apply(entry.value()), entry.version()))
                .isPresent();
    }

    @Test
    void whatWasWrittenIsReadBack() {
        Operation operation = surgeon.operations().open(id());

        assertThat(operation.status()).isEqualTo(Operation.Status.FINISHED);
        assertThat(operation.owes()).isFalse();
        assertThat(operation.plan().request().words()).isEqualTo("topics move");
    }

    @Test
    void aJournalThatWasChangedIsRefused() {
        tamper("operations/" + id() + "/journal/000000", text -> text.replace("tester", "nobody"));

        assertThatThrownBy(() -> surgeon.operations().open(id()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("the journal is not as it was written");
    }

    @Test
    void aKindOfStepThatThisVersionDoesNotKnowIsRefusedAndTheOthersAreListedAllTheSame() {
        tamper(
                "operations/" + id() + "/plans/0/000000",
                text -> text.replace("kafka.move-replicas/1", "kafka.move-replicas/2"));

        assertThatThrownBy(() -> surgeon.operations().open(id()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("kafka.move-replicas/2");
        assertThat(surgeon.operations().list()).isEmpty();
        assertThat(surgeon.operations().unreadable()).containsExactly(id());
    }

    @Test
    void anOperationThatIsNotThereIsSaidToBeMissing() {
        assertThatThrownBy(() -> surgeon.operations().open(new OperationId("0000-7")))
                .hasMessageContaining("there is no operation 0000-7");
    }
}
