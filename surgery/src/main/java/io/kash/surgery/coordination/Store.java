package io.kash.surgery.coordination;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The only port of coordination: versioned text under slash-separated keys, with compare-and-set. Locks, journals and
 * approvals are written once on top of it. A key that has a value has no keys below it.
 *
 * <p>Opening one never waits. Every operation ends within a few seconds: with an answer, or with
 * {@link StoreUnavailable}. A write whose reply was lost is looked for before it is answered, so an answer is true; after
 * {@link StoreUnavailable} the write may have happened or not.
 */
public interface Store extends AutoCloseable {
    /** The version to name in {@link #putIf} when the key must not exist yet. */
    long ABSENT = 0;

    /**
     * A value and its version.
     *
     * @param version grows with every change of the key; never {@link #ABSENT}
     */
    record Entry(String value, long version) {}

    Optional<Entry> get(String key);

    /**
     * Writes when the key's version is still the one given.
     *
     * @param version the version seen, or {@link #ABSENT}
     * @return the new version, or empty when somebody else was first
     */
    Optional<Long> putIf(String key, String value, long version);

    /** Keys directly below the given one, in alphabetical order. */
    List<String> list(String key);

    /** The most bytes one value may have in UTF-8. A longer one is an {@link IllegalArgumentException}. */
    int maxValueBytes();

    /** A new session; what is put through it goes away when its holder dies, within {@link #lapse} at the latest. */
    Session session();

    /**
     * The longest that what a session put outlives a holder that died without a word. Zero where the system notices at
     * once.
     */
    Duration lapse();

    /**
     * Calls back after a value at or below the key changed, came or went; perhaps once too often, and once for several
     * changes. It calls on a thread of its own, one call at a time, and goes on by itself when the store was away.
     */
    Watch watch(String key, Runnable changed);

    /** Whether operators on other machines see the same store, said in previews and lists. */
    boolean shared();

    /** Where it is, for people: {@code ZooKeeper}, {@code Consul} or {@code this machine}. */
    String place();

    /** Ends its watches and lets go of its clients. Sessions have a life of their own. */
    @Override
    void close();

    /** Ends when closed. A call that is under way may still end after that. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /** A holder's lease. */
    interface Session extends AutoCloseable {
        /** Puts a value that lasts no longer than this session. Empty when a value stands there, or the session is dead. */
        Optional<Long> claim(String key, String value);

        /**
         * Asks the store whether it still takes this session for the holder of all it claimed. False is for ever; a session
         * that could not be reached for a while and has not expired is alive again.
         *
         * @throws StoreUnavailable when there is no telling
         */
        boolean alive();

        @Override
        void close();
    }
}
