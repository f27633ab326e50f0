package io.kash.surgery.coordination.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.surgery.consul.client.RealConsul;
import io.kash.surgery.coordination.FencedException;
import io.kash.surgery.coordination.OperationLock;
import io.kash.surgery.coordination.Store;
import io.kash.surgery.coordination.StoreContract;
import io.kash.surgery.coordination.StoreUnavailable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.kiwiproject.consul.Consul;
import org.kiwiproject.consul.model.session.SessionInfo;

/** The store on a real Consul. */
@EnabledIf(
        value = "io.kash.surgery.consul.client.RealConsul#isThere",
        disabledReason = "there is no consul: set KASH_CONSUL, put it on the PATH, or run .ci/run, which fetches one")
class ConsulStoreIT extends StoreContract {
    private static RealConsul consul;
    private static Consul admin;

    @BeforeAll
    static void start(@TempDir Path folder) {
        consul = RealConsul.start(folder);
        admin = Consul.builder().withUrl(consul.address()).build();
    }

    @AfterAll
    static void stop() {
        if (consul != null) {
            admin.destroy();
            consul.close();
        }
    }

    @Override
    protected Store open() {
        return new ConsulStore(consul.address(), Optional::empty, "lab");
    }

    @Test
    void aSessionIsBoundToItsTimeToLiveAloneAndTakesItsClaimsAlong() {
        try (Store.Session session = another().session()) {
            assertThat(session.claim(key("lock"), "me")).isPresent();

            SessionInfo info =
                    admin.sessionClient().getSessionInfo(sessionOf(key("lock"))).orElseThrow();
            assertThat(info.getChecks()).isEmpty();
            assertThat(info.getTtl()).contains("30s");
            assertThat(info.getBehavior()).contains("delete");
        }
        assertThat(admin.sessionClient().listSessions())
                .extracting(SessionInfo::getName)
                .isEmpty();
    }

    @Test
    void aHolderWhoseSessionWasEndedIsFencedOffAndTheNextOneHasALargerNumber() {
        Store store = alone();
        Store other = alone();
        try (OperationLock first = take(store).orElseThrow()) {
            admin.sessionClient().destroySession(sessionOf(environment + "/lock"));

            assertThatThrownBy(first::check).isInstanceOf(FencedException.class);
            // Until the lock delay is over nobody gets it.
            OperationLock second = Eventually.get(Duration.ofSeconds(5), () -> take(other));
            assertThat(second.number()).isGreaterThan(first.number());
            second.check();
            second.close();
        }
    }

    @Test
    void whileItHangsThereIsNoTellingAndAfterwardsTheSessionIsAlive() {
        Store store = another();
        try (Store.Session session = store.session()) {
            assertThat(session.claim(key("lock"), "me")).isPresent();
            consul.pause();
            try {
                assertThatThrownBy(session::alive)
                        .isInstanceOf(StoreUnavailable.class)
                        .hasMessageContaining("Consul");
            } finally {
                consul.resume();
            }

            assertThat(session.alive()).isTrue();
        }
    }

    @Test
    void whereNothingListensTheProblemSaysSoInTime() {
        try (Store store = new ConsulStore("http://127.0.0.1:1", Optional::empty, "lab")) {
            long before = System.nanoTime();

            assertThatThrownBy(() -> store.list("operations"))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("Consul, which keeps the operations");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void closingTwiceOrAfterItsEndDoesNoHarm() {
        Store.Session session = another().session();
        session.close();

        assertThatCode(session::close).doesNotThrowAnyException();
    }

    /** See {@link Size}. */
    @Test
    void ofManyShellsOneGetsTheLock() throws Exception {
        List<LockProofs.Shell> shells = IntStream.range(0, Size.CONTENDERS)
                .mapToObj(i -> new LockProofs.Shell(alone()))
                .toList();

        LockProofs.tell("Consul", LockProofs.race(shells, Size.rounds()));
    }

    /** See {@link Size}. */
    @Test
    void aHolderWhoseSessionWasEndedSendsNothingMore() throws Exception {
        LockProofs.tell(
                "Consul",
                LockProofs.zombies(
                        this::alone,
                        () -> admin.sessionClient().destroySession(sessionOf(environment + "/lock")),
                        Size.holders()));
    }

    private static String sessionOf(String key) {
        List<String> holders = admin.keyValueClient().getValues("kash/").stream()
                .filter(value -> value.getKey().endsWith(key))
                .flatMap(value -> value.getSession().stream())
                .toList();
        assertThat(holders).hasSize(1);
        return holders.get(0);
    }

    /** The operation lock has one place in an environment. */
    private final String environment = "e" + UUID.randomUUID();

    private Store alone() {
        return new ConsulStore(consul.address(), Optional::empty, environment);
    }

    private static Optional<OperationLock> take(Store store) {
        return OperationLock.take(store, "ada", Clock.systemUTC(), System::nanoTime);
    }
}
