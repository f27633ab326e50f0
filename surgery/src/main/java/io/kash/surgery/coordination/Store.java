package io.kash.surgery.coordination;

import java.util.List;
import java.util.Optional;

/**
 * The only port of coordination: versioned text under slash-separated keys, with compare-and-set. Locks, journals and
 * approvals are written once on top of it.
 */
public interface Store {
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

    /** The most bytes one value may have in UTF-8. */
    int maxValueBytes();

    /** A new session; what is put through it goes away when its holder dies. */
    Session session();

    /** Whether operators on other machines see the same store, said in previews and lists. */
    boolean shared();

    /** A holder's lease. */
    interface Session extends AutoCloseable {
        /** Puts a value that lasts no longer than this session. Empty when somebody else's stands there. */
        Optional<Long> claim(String key, String value);

        /** Whether the store still takes this session for alive. */
        boolean alive();

        @Override
        void close();
    }
}
