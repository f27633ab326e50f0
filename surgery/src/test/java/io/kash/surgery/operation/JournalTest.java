package io.kash.surgery.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.surgery.coordination.Fence;
import io.kash.surgery.coordination.FencedException;
import io.kash.surgery.coordination.Log;
import io.kash.surgery.coordination.Store;
import io.kash.surgery.coordination.StoreUnavailable;
import io.kash.surgery.coordination.local.LocalFiles;
import io.kash.surgery.fake.MuteStore;
import io.kash.surgery.fake.OpenFence;
import io.kash.surgery.fake.Surgeon;
import io.kash.surgery.plan.Json;
import io.kash.surgery.repertoire.Repertoires;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a line whose reply was lost, and of one whose writer has lost the lock. */
class JournalTest {
    private static final Event PAUSED = new Event.Paused("lunch");
    private static final Event STOPPED = new Event.Stopped("enough");

    @TempDir
    Path directory;

    private final Json json = Repertoires.standard().json();
    private Store store;

    @BeforeEach
    void aStoreInFiles() {
        store = new LocalFiles(directory);
    }

    private Journal journal(Store of) {
        return Journal.open(() -> Log.open(of, "journal"), json, Surgeon.CLOCK, "a journal");
    }

    private List<Event> stored() {
        return journal(store).lines().stream().map(JournalLine::event).toList();
    }

    @Test
    void aLineThatWasStoredThoughNobodySaidSoIsNotStoredTwice() {
        Journal journal = journal(new MuteStore(store, true));
        assertThatThrownBy(() -> journal.write(new OpenFence(), PAUSED)).isInstanceOf(StoreUnavailable.class);

        journal.write(new OpenFence(), PAUSED);
        journal.write(new OpenFence(), STOPPED);

        assertThat(stored()).containsExactly(PAUSED, STOPPED);
    }

    @Test
    void aLineThatWasNotStoredIsStoredTheSecondTime() {
        Journal journal = journal(new MuteStore(store, false));
        assertThatThrownBy(() -> journal.write(new OpenFence(), PAUSED)).isInstanceOf(StoreUnavailable.class);

        journal.write(new OpenFence(), PAUSED);

        assertThat(stored()).containsExactly(PAUSED);
    }

    @Test
    void whoeverLostTheLockBeginsNoJournalThoughNobodyElseHasWrittenToIt() {
        assertThatThrownBy(() -> journal(store).write(new LostFence(), PAUSED)).isInstanceOf(FencedException.class);

        assertThat(stored()).isEmpty();
    }

    @Test
    void anAnswerIsWrittenDownWhoeverHoldsTheLockByNow() {
        Event answered = new Event.Answered("accepted", "");

        journal(store).write(new LostFence(), answered);

        assertThat(stored()).containsExactly(answered);
    }

    private static final class LostFence implements Fence {
        @Override
        public long number() {
            return 1;
        }

        @Override
        public void check() {
            throw new FencedException("the operation lock is lost");
        }
    }

    @Test
    void whoeverFindsAnothersLineInItsPlaceIsFenced() {
        Journal journal = journal(new MuteStore(store, false));
        assertThatThrownBy(() -> journal.write(new OpenFence(), PAUSED)).isInstanceOf(StoreUnavailable.class);
        journal(store).write(new OpenFence(), STOPPED);

        assertThatThrownBy(() -> journal.write(new OpenFence(), PAUSED)).isInstanceOf(FencedException.class);
        assertThat(stored()).containsExactly(STOPPED);
    }
}
