package io.kash.surgery.coordination.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.lab.Lab;
import io.kash.lab.LabSpec;
import io.kash.surgery.coordination.FencedException;
import io.kash.surgery.coordination.OperationLock;
import io.kash.surgery.coordination.Store;
import io.kash.surgery.coordination.StoreContract;
import io.kash.surgery.coordination.StoreUnavailable;
import io.kash.surgery.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.ZooDefs.Ids;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The store on a real ensemble of three. */
class ZooKeeperStoreIT extends StoreContract {
    private static Lab lab;

    @BeforeAll
    static void start() throws Exception {
        lab = Lab.start(LabSpec.bare().withOldBrokers(1).withNewBrokers(0).withTopics(List.of()));
        var unused = Expiry.ask(
                hosts(), admin -> admin.create("/chroot", new byte[0], Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT));
    }

    @AfterAll
    static void stop() {
        lab.close();
    }

    /** Below a chroot, as many have it. */
    @Override
    protected Store open() {
        return new ZooKeeperStore(hosts() + "/chroot", "lab");
    }

    private static String hosts() {
        return lab.zookeeperConnect().replaceFirst("/.*", "");
    }

    @Test
    void aVersionNeverComesBackThoughANodeDoes() throws Exception {
        Store store = another();
        long first = store.putIf(key("a"), "v", Store.ABSENT).orElseThrow();
        var unused = Expiry.ask(hosts(), admin -> {
            admin.delete("/chroot/kash/lab/" + key("a"), -1);
            return true;
        });
        assertThat(store.putIf(key("a"), "v", first)).isEmpty();
        long second = store.putIf(key("a"), "v", Store.ABSENT).orElseThrow();

        assertThat(second).isGreaterThan(first);
        assertThat(store.putIf(key("a"), "over it", first)).isEmpty();
    }

    @Test
    void aHolderWhoseSessionExpiredIsFencedOffAndTheNextOneHasALargerNumber() throws Exception {
        Store store = alone();
        Store other = alone();
        try (OperationLock first = take(store).orElseThrow()) {
            Expiry.expire(hosts(), "/chroot/kash/" + environment + "/lock");

            OperationLock second = Eventually.get(Duration.ofSeconds(5), () -> take(other));
            assertThat(second.number()).isGreaterThan(first.number());
            assertThatThrownBy(first::check).isInstanceOf(FencedException.class);
            assertThatThrownBy(first::check).isInstanceOf(FencedException.class);
            second.check();
            second.close();
        }
    }

    @Test
    void oneServerThatHangsIsGoneRoundAndTheLockIsKept() {
        Store store = alone();
        try (OperationLock lock = take(store).orElseThrow()) {
            for (String server : List.of("zk-1", "zk-2", "zk-3")) {
                lab.pause(server);
                try {
                    Eventually.get(Duration.ofSeconds(20), () -> held(lock));
                } finally {
                    lab.resume(server);
                }
                Eventually.get(Duration.ofSeconds(20), () -> held(lock));
            }
        }
    }

    @Test
    void withoutAQuorumThereIsNoTellingAndAfterwardsTheLockIsStillHeld() {
        Store store = alone();
        try (OperationLock lock = take(store).orElseThrow()) {
            lab.pause("zk-1");
            lab.pause("zk-2");
            lab.pause("zk-3");
            long before = System.nanoTime();
            try {
                assertThatThrownBy(lock::check).isInstanceOf(StoreUnavailable.class);
            } finally {
                lab.resume("zk-1");
                lab.resume("zk-2");
                lab.resume("zk-3");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(12));

            Eventually.get(Duration.ofSeconds(20), () -> held(lock));
        }
    }

    /** Empty while there is no telling; a lock that is lost fails the test. */
    private static Optional<Boolean> held(OperationLock lock) {
        try {
            lock.check();
            return Optional.of(true);
        } catch (StoreUnavailable e) {
            return Optional.empty();
        }
    }

    @Test
    void whereNothingListensTheProblemSaysSoInTime() {
        try (Store store = new ZooKeeperStore("127.0.0.1:1", "lab")) {
            long before = System.nanoTime();

            assertThatThrownBy(() -> store.list("operations")).isInstanceOfSatisfying(StoreUnavailable.class, e -> {
                assertThat(e.problem().kind()).isEqualTo(Problem.Kind.TIMED_OUT);
                assertThat(e.problem().where()).isEqualTo("127.0.0.1:1");
                assertThat(e.problem().why()).isEqualTo("no server answered within 6 s");
            });
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(9));
        }
    }

    @Test
    void aChrootThatIsNotThereIsNamed() {
        try (Store store = new ZooKeeperStore(hosts() + "/nowhere", "lab")) {
            assertThat(store.list("operations")).isEmpty();
            assertThatThrownBy(() -> store.putIf("a", "v", Store.ABSENT))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("NoNode");
        }
    }

    /** The operation lock has one place in an environment. */
    private final String environment = "e" + UUID.randomUUID();

    private Store alone() {
        return new ZooKeeperStore(hosts() + "/chroot", environment);
    }

    private static Optional<OperationLock> take(Store store) {
        return OperationLock.take(store, "ada", Clock.systemUTC(), System::nanoTime);
    }
}
