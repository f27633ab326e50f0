package io.kash.surgery.coordination.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.surgery.coordination.FencedException;
import io.kash.surgery.coordination.OperationLock;
import io.kash.surgery.coordination.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What is proved of the operation lock on every store, by counting. */
final class LockProofs {
    private static final Duration SOON = Duration.ofSeconds(20);

    private LockProofs() {}

    /** Somebody who takes part in a race for the lock. */
    interface Contender extends AutoCloseable {
        /** The fencing number of the lock it got. */
        Optional<Long> take() throws Exception;

        void release() throws Exception;

        @Override
        void close();
    }

    /** A contender in this process, with a client of its own. */
    static final class Shell implements Contender {
        private final Store store;
        private Optional<OperationLock> lock = Optional.empty();

        Shell(Store store) {
            this.store = store;
        }

        @Override
        public Optional<Long> take() {
            lock = LockProofs.take(store);
            return lock.map(OperationLock::number);
        }

        @Override
        public void release() {
            lock.orElseThrow().close();
        }

        @Override
        public void close() {
            store.close();
        }
    }

    /** Figures stand in the log of the tests. */
    static void tell(String where, String figures) {
        System.out.println(where + ": " + figures);
    }

    static Optional<OperationLock> take(Store store) {
        return OperationLock.take(store, "somebody", Clock.systemUTC(), System::nanoTime);
    }

    /** All reach for the lock at once, round after round: one gets it, and every number is larger than the last. */
    static String race(List<? extends Contender> contenders, int rounds) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(contenders.size());
        long beganNanos = System.nanoTime();
        long last = 0;
        try {
            for (int round = 1; round <= rounds; round++) {
                List<Callable<Optional<Long>>> takes = new ArrayList<>();
                contenders.forEach(contender -> takes.add(contender::take));
                List<Contender> winners = new ArrayList<>();
                List<Long> numbers = new ArrayList<>();
                List<Future<Optional<Long>>> answers = threads.invokeAll(takes);
                for (int i = 0; i < answers.size(); i++) {
                    Optional<Long> number = answers.get(i).get();
                    if (number.isPresent()) {
                        winners.add(contenders.get(i));
                        numbers.add(number.get());
                    }
                }
                assertThat(winners).as("winners of round " + round).hasSize(1);
                assertThat(numbers.get(0)).as("number of round " + round).isGreaterThan(last);
                last = numbers.get(0);
                winners.get(0).release();
            }
        } finally {
            threads.shutdownNow();
            contenders.forEach(Contender::close);
        }
        return rounds + " rounds of " + contenders.size() + ": one winner each, in "
                + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNanos) + " ms";
    }

    /** How a holder's lease is ended behind its back. */
    interface Ending {
        void endLease() throws Exception;
    }

    /**
     * Holders send effects one after the other until the check before one fails; meanwhile their lease is ended and the
     * next one takes over. At most the one effect whose check was already passed may be sent after that.
     */
    static String zombies(Supplier<Store> stores, Ending ending, int holders) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        int inFlight = 0;
        long last = 0;
        try {
            for (int holder = 0; holder < holders; holder++) {
                try (Store store = stores.get();
                        Store others = stores.get()) {
                    OperationLock lock = Eventually.get(SOON, () -> take(store));
                    assertThat(lock.number()).isGreaterThan(last);
                    List<Long> effects = new CopyOnWriteArrayList<>();
                    Future<String> end = threads.submit(() -> sendUntilFenced(lock, effects));
                    Eventually.get(SOON, () -> effects.size() > 2 ? Optional.of(true) : Optional.empty());

                    ending.endLease();
                    try (OperationLock next = Eventually.get(SOON, () -> take(others))) {
                        int before = effects.size();
                        assertThat(next.number()).isGreaterThan(lock.number());
                        last = next.number();
                        assertThat(end.get(SOON.toSeconds(), TimeUnit.SECONDS)).isEqualTo("the operation lock is lost");
                        assertThat(effects.size() - before)
                                .as("effects of a holder after the next one took over")
                                .isLessThanOrEqualTo(1);
                        inFlight += effects.size() - before;
                        assertThatThrownBy(lock::check).isInstanceOf(FencedException.class);
                        next.check();
                    }
                }
            }
        } finally {
            threads.shutdownNow();
        }
        return holders + " holders woken without their lease: none sent an effect after its check failed, " + inFlight
                + " had one in flight";
    }

    private static String sendUntilFenced(OperationLock lock, List<Long> effects) {
        while (true) {
            try {
                lock.check();
            } catch (FencedException e) {
                return String.valueOf(e.getMessage());
            }
            effects.add(lock.number());
        }
    }
}
