package io.kash.surgery.fake;

import io.kash.surgery.coordination.Store;
import io.kash.surgery.operation.Hands;
import io.kash.surgery.operation.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A store whose shell dies at the n-th point: before or after a write, or wherever a test says there is one. */
public final class CrashingStore extends StoreInFront {
    private final int fatal;
    private final List<Session> sessions = new ArrayList<>();
    private int points;

    public CrashingStore(Store store, int fatal) {
        super(store);
        this.fatal = fatal;
    }

    /** One more point at which a process may die. */
    public void point() {
        points++;
        if (points == fatal) {
            // The sessions of a process end with it.
            sessions.forEach(Session::close);
            throw new SimulatedCrash(points);
        }
    }

    /** Each effect has two points: before it is sent, and after it was taken but not yet answered. */
    public Hands around(Hands hands) {
        return (effect, fence) -> {
            point();
            Reply reply = hands.apply(effect, fence);
            point();
            return reply;
        };
    }

    @Override
    public Optional<Long> putIf(String key, String value, long version) {
        point();
        Optional<Long> written = super.putIf(key, value, version);
        point();
        return written;
    }

    @Override
    public Session session() {
        Session session = super.session();
        sessions.add(session);
        return session;
    }
}
