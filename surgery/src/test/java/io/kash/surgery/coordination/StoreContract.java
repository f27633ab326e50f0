package io.kash.surgery.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every store promises, said once. Keys are new for every test, so one real server serves them all. */
public abstract class StoreContract {
    private static final long SOON_SECONDS = 10;

    private final List<Store> opened = new ArrayList<>();
    private final String top = "t" + UUID.randomUUID().toString().replace("-", "");

    /** One more shell's view of the same store. */
    protected abstract Store open();

    protected final Store another() {
        Store store = open();
        opened.add(store);
        return store;
    }

    protected final String key(String below) {
        return top + "/" + below;
    }

    @AfterEach
    void closeAll() {
        opened.forEach(Store::close);
    }

    @Test
    void whatIsNotThereIsEmptyAndHasNothingBelow() {
        Store store = another();

        assertThat(store.get(key("nothing"))).isEmpty();
        assertThat(store.list(key("nothing"))).isEmpty();
    }

    @Test
    void aValueIsReadByEverybodyAsItWasWritten() {
        String value = "Zürich\n\"quoted\"\t😀 \\u0000 {}";
        long version = another().putIf(key("a"), value, Store.ABSENT).orElseThrow();

        assertThat(another().get(key("a"))).contains(new Store.Entry(value, version));
    }

    @Test
    void anEmptyValueIsAValue() {
        Store store = another();
        long version = store.putIf(key("a"), "", Store.ABSENT).orElseThrow();

        assertThat(store.get(key("a"))).contains(new Store.Entry("", version));
        assertThat(store.putIf(key("a"), "", Store.ABSENT)).isEmpty();
    }

    @Test
    void aValueIsWrittenOnlyWhenItsVersionIsStillTheOneSeen() {
        Store store = another();
        long first = store.putIf(key("a"), "one", Store.ABSENT).orElseThrow();

        assertThat(store.putIf(key("a"), "one", Store.ABSENT)).isEmpty();
        long second = store.putIf(key("a"), "two", first).orElseThrow();
        assertThat(another().putIf(key("a"), "three", first)).isEmpty();
        assertThat(store.putIf(key("gone"), "x", second)).isEmpty();
        assertThat(store.get(key("a"))).contains(new Store.Entry("two", second));
    }

    @Test
    void versionsGrowAndAreNeverAbsent() {
        Store store = another();
        long version = store.putIf(key("a"), "0", Store.ABSENT).orElseThrow();
        assertThat(version).isPositive();

        for (int i = 1; i <= 5; i++) {
            long next = store.putIf(key("a"), Integer.toString(i), version).orElseThrow();
            assertThat(next).isGreaterThan(version);
            version = next;
        }
    }

    @Test
    void aVersionIsGoodForTheWritersNextWriteToo() {
        Store store = another();
        long version = store.putIf(key("a"), "one", Store.ABSENT).orElseThrow();
        for (int i = 0; i < 5; i++) {
            version = store.putIf(key("a"), "same", version).orElseThrow();
        }

        assertThat(store.get(key("a")).orElseThrow().version()).isEqualTo(version);
    }

    @Test
    void keysDirectlyBelowAreListedInOrder() {
        Store store = another();
        for (String below : List.of("ops/b/x", "ops/a/x/y", "ops/c", "opsother")) {
            assertThat(store.putIf(key(below), "v", Store.ABSENT)).isPresent();
        }

        assertThat(another().list(key("ops"))).containsExactly("a", "b", "c");
        assertThat(store.list(key("ops/a"))).containsExactly("x");
        assertThat(store.get(key("ops"))).as("a key on the way to others").isEmpty();
    }

    @Test
    void aValueOfTheGreatestSizeIsStoredAndALargerOneRefused() {
        Store store = another();
        String largest = "é".repeat(store.maxValueBytes() / 2);

        assertThat(store.putIf(key("a"), largest, Store.ABSENT)).isPresent();
        assertThat(store.get(key("a")).map(Store.Entry::value)).contains(largest);
        assertThatThrownBy(() -> store.putIf(key("b"), largest + "xx", Store.ABSENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Integer.toString(store.maxValueBytes()));
    }

    @Test
    void whatASessionClaimsGoesAwayWithIt() {
        Store store = another();
        Store.Session session = store.session();
        assertThat(session.alive()).isTrue();
        assertThat(session.claim(key("lock"), "me")).isPresent();
        assertThat(session.alive()).isTrue();
        assertThat(another().get(key("lock")).map(Store.Entry::value)).contains("me");

        session.close();

        assertThat(session.alive()).isFalse();
        assertThat(session.claim(key("lock"), "me")).isEmpty();
        assertThat(another().get(key("lock"))).isEmpty();
    }

    @Test
    void nobodyElseClaimsWhatIsClaimedAndNotEvenItsHolderTwice() {
        Store store = another();
        try (Store.Session session = store.session();
                Store.Session other = another().session()) {
            assertThat(session.claim(key("lock"), "me")).isPresent();

            assertThat(other.claim(key("lock"), "me")).isEmpty();
            assertThat(session.claim(key("lock"), "me")).isEmpty();
            assertThat(other.alive()).as("a session that lost a race").isTrue();
        }
    }

    @Test
    void aValueThatLastsIsNeverClaimed() {
        Store store = another();
        assertThat(store.putIf(key("lasting"), "v", Store.ABSENT)).isPresent();

        try (Store.Session session = store.session()) {
            assertThat(session.claim(key("lasting"), "me")).isEmpty();
        }
        assertThat(store.get(key("lasting")).map(Store.Entry::value)).contains("v");
    }

    @Test
    void whatWasLetGoIsClaimedAtOnceAndUnderALargerVersion() {
        Store.Session first = another().session();
        long before = first.claim(key("lock"), "me").orElseThrow();
        first.close();

        try (Store.Session second = another().session()) {
            assertThat(second.claim(key("lock"), "you").orElseThrow()).isGreaterThan(before);
        }
    }

    @Test
    void ofManyWhoWriteAtOnceExactlyOneSucceeds() throws Exception {
        List<Store> stores = List.of(another(), another(), another(), another());
        ExecutorService writers = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 10; round++) {
                String key = key("round-" + round);
                List<Callable<Optional<Long>>> writes = new ArrayList<>();
                for (int writer = 0; writer < 8; writer++) {
                    Store store = stores.get(writer % stores.size());
                    // The same text from all: whoever finds it there must not take it for its own.
                    writes.add(() -> store.putIf(key, "the same", Store.ABSENT));
                }
                int winners = 0;
                for (Future<Optional<Long>> answer : writers.invokeAll(writes)) {
                    winners += answer.get().isPresent() ? 1 : 0;
                }
                assertThat(winners).isEqualTo(1);
            }
        } finally {
            writers.shutdownNow();
        }
    }

    @Test
    void aWatchTellsOfChangesAtAndBelowItsKey() throws InterruptedException {
        Store store = another();
        Store other = another();
        Semaphore told = new Semaphore(0);
        try (Store.Watch watch = store.watch(key("watched"), told::release)) {
            assertThat(watch).isNotNull();
            long version =
                    other.putIf(key("watched/deep/down"), "1", Store.ABSENT).orElseThrow();
            await(told, "a first value below");
            assertThat(other.putIf(key("watched/deep/down"), "2", version)).isPresent();
            await(told, "another value below");
            Store.Session session = other.session();
            assertThat(session.claim(key("watched/presence"), "me")).isPresent();
            await(told, "a claim below");
            session.close();
            await(told, "a claim that went away");
        }
    }

    @Test
    void aWatchTellsOfItsOwnKeyToo() throws InterruptedException {
        Store store = another();
        Semaphore told = new Semaphore(0);
        try (Store.Watch watch = store.watch(key("watched"), told::release)) {
            assertThat(watch).isNotNull();
            long version = another().putIf(key("watched"), "1", Store.ABSENT).orElseThrow();
            await(told, "its first value");
            assertThat(another().putIf(key("watched"), "2", version)).isPresent();
            await(told, "its next value");
        }
    }

    /** A change may be told more than once; what is asked here is that the last one is told. */
    private static void await(Semaphore told, String what) throws InterruptedException {
        assertThat(told.tryAcquire(SOON_SECONDS, TimeUnit.SECONDS)).as(what).isTrue();
        while (told.tryAcquire(settling().toMillis(), TimeUnit.MILLISECONDS)) {
            // One change told twice.
        }
    }

    private static Duration settling() {
        return Duration.ofMillis(300);
    }

    @Test
    void theLockIsHeldByOneAndTheNumbersGrow() {
        Store store = another();
        Store other = another();
        long last = 0;
        for (int i = 0; i < 3; i++) {
            try (OperationLock lock = take(store).orElseThrow()) {
                assertThat(take(other)).isEmpty();
                assertThat(OperationLock.holder(other)).contains("ada");
                lock.check();
                assertThat(lock.number()).isGreaterThan(last);
                last = lock.number();
            }
        }
    }

    private static Optional<OperationLock> take(Store store) {
        return OperationLock.take(store, "ada", Clock.systemUTC(), System::nanoTime);
    }

    @Test
    void aLogAndALongTextAreReadByOthers() {
        Store store = another();
        Log log = Log.open(store, key("journal"));
        String line = "x".repeat(store.maxValueBytes() / 3);
        for (int i = 0; i < 8; i++) {
            assertThat(log.append(i + line)).isTrue();
        }
        String text = "é😀".repeat(store.maxValueBytes());
        assertThat(LongText.write(store, key("plan"), text)).isTrue();

        assertThat(Log.open(another(), key("journal")).lines()).hasSize(8).isEqualTo(log.lines());
        assertThat(LongText.read(another(), key("plan"))).contains(text);
    }
}
