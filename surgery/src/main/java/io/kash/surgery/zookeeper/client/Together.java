package io.kash.surgery.zookeeper.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Asks many servers at the same time, and waits for none of them longer than for the others. */
final class Together {
    private final Executor executor;
    private final Duration within;

    Together(Executor executor, Duration within) {
        this.executor = executor;
        this.within = within;
    }

    /**
     * An answer of each, in the order asked.
     *
     * @param ask gets one answer; may take its time
     * @param silent what stands for an answer that did not come, with the reason
     */
    <Q, A> List<A> ask(List<Q> asked, Function<Q, A> ask, BiFunction<Q, String, A> silent) {
        List<CompletableFuture<A>> running = asked.stream()
                .map(one -> CompletableFuture.supplyAsync(() -> ask.apply(one), executor))
                .toList();
        long endNanos = System.nanoTime() + within.toNanos();
        List<A> answers = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Q one = asked.get(i);
            answers.add(answer(running.get(i), endNanos, why -> silent.apply(one, why)));
        }
        return answers;
    }

    private static <A> A answer(CompletableFuture<A> running, long endNanos, Function<String, A> silent) {
        try {
            return running.get(Math.max(1, endNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return silent.apply("no answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return silent.apply("interrupted");
        } catch (ExecutionException e) {
            return silent.apply(String.valueOf(e.getCause()));
        }
    }
}
