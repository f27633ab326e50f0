package io.kash.surgery.simulation;

import io.kash.surgery.fake.SimulatedCrash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Virtual time. What is written as blocking code, such as a shell, is an actor with a thread of its own, but only one of
 * them ever runs: whoever sleeps hands over to the one that is due next. Nothing depends on how threads are scheduled,
 * and no real time goes by.
 */
final class Timeline {
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "simulated-shell");
        thread.setDaemon(true);
        return thread;
    });

    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::number));
    private final List<Actor> actors = new ArrayList<>();
    private final Actor director = new Actor();
    private Actor running = director;
    private long now;
    private long numbers;
    private boolean over;

    /** Something that runs as blocking code. */
    private static final class Actor {
        private final Semaphore turn = new Semaphore(0);
        private boolean ended;
    }

    /** Either an actor that wakes, or a task that runs to its end at once. */
    private record Due(long at, long number, @Nullable Actor actor, @Nullable Runnable task) {}

    /** Milliseconds since the run began. */
    long now() {
        return now;
    }

    void after(long millis, Runnable task) {
        queue.add(new Due(now + millis, numbers++, null, task));
    }

    /** Starts an actor, which first runs when its turn comes. It ends with its work, or with a {@link SimulatedCrash}. */
    void start(Runnable work) {
        Actor actor = new Actor();
        actors.add(actor);
        THREADS.execute(() -> {
            actor.turn.acquireUninterruptibly();
            try {
                if (!over) {
                    work.run();
                }
            } catch (SimulatedCrash crash) {
                // The end of a process.
            } finally {
                actor.ended = true;
                Actor next = over ? director : next();
                running = next;
                next.turn.release();
            }
        });
        queue.add(new Due(now, numbers++, actor, null));
    }

    /** Called by the director: waits until a task wakes it. */
    void await() {
        Actor next = next();
        if (next != director) {
            running = next;
            next.turn.release();
            director.turn.acquireUninterruptibly();
        }
    }

    /** Called by a task: the director is next. */
    void wakeDirector() {
        queue.add(new Due(now, -1, director, null));
    }

    /** Lets time go by for whoever runs now; everything that is due meanwhile happens. */
    void sleep(long millis) {
        Actor me = running;
        if (over) {
            throw new SimulatedCrash(0);
        }
        queue.add(new Due(now + millis, numbers++, me, null));
        Actor next = next();
        if (next != me) {
            running = next;
            next.turn.release();
            me.turn.acquireUninterruptibly();
            if (over && me != director) {
                throw new SimulatedCrash(0);
            }
        }
    }

    /** Runs the tasks that are due and says which actor is next; the director always is, sooner or later. */
    private Actor next() {
        while (true) {
            Due due = queue.remove();
            now = due.at();
            if (due.task() != null) {
                due.task().run();
            } else if (due.actor() != null) {
                return due.actor();
            }
        }
    }

    /** Called by the director: every actor that still sleeps ends where it stands. */
    void end() {
        over = true;
        for (Actor actor : actors) {
            if (!actor.ended) {
                running = actor;
                actor.turn.release();
                director.turn.acquireUninterruptibly();
            }
        }
        running = director;
    }
}
