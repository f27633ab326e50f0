package io.kash.surgery.coordination.client;

import io.kash.surgery.coordination.StoreUnavailable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.ZooKeeper;

/** Makes calls to an ensemble that end in time: with an answer, or with the reason why there is none. */
final class ZooKeeperCalls {
    /** Long enough for a leader to be elected, or for another server to be tried when one hangs. */
    static final Duration AT_MOST = Duration.ofSeconds(6);

    /** A server that does not answer within this is left for another one. */
    static final int ANSWERS_WITHIN_MILLIS = 2_500;

    private static final long BETWEEN_TRIES_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final String where;

    /** @param where the servers as the environments file names them */
    ZooKeeperCalls(String where) {
        this.where = where;
    }

    /** Gives the handle to use now; waits for a connection until the time given is over. */
    interface Handle {
        ZooKeeper get(long endNanos) throws Exception;
    }

    /** One try of a call. */
    interface Attempt<T> {
        /** @param again whether an earlier try got no reply: what it meant to do may have happened */
        T on(ZooKeeper zookeeper, boolean again) throws KeeperException, InterruptedException;
    }

    /** @throws KeeperException.SessionExpiredException when the handle's session is over and the handle goes with it */
    <T> T make(Handle handle, Attempt<T> attempt) throws KeeperException.SessionExpiredException {
        long endNanos = System.nanoTime() + AT_MOST.toNanos();
        boolean again = false;
        while (true) {
            try {
                return attempt.on(handle.get(endNanos), again);
            } catch (KeeperException.SessionExpiredException e) {
                throw e;
            } catch (KeeperException e) {
                if (!passing(e.code())) {
                    throw hopeless(e);
                }
                if (System.nanoTime() - endNanos > 0) {
                    throw silent(e);
                }
                again = true;
                LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw StoreUnavailable.silent(ZooKeeperStore.PLACE, where, "it was interrupted", e);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) { // What Curator declares; in fact an address that cannot be understood.
                throw StoreUnavailable.silent(ZooKeeperStore.PLACE, where, String.valueOf(e.getMessage()), e);
            }
        }
    }

    /** Brings the server we are connected to up to what the leader has, so that what is read next is not old. */
    static void sync(ZooKeeper zookeeper) throws KeeperException, InterruptedException {
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        zookeeper.sync("/", (code, path, context) -> answer.complete(code), null);
        // Answered after the sync. Only calls that are waited for make the client leave a server that hangs.
        var unused = zookeeper.exists("/", false);
        try {
            int code = answer.get(ANSWERS_WITHIN_MILLIS, TimeUnit.MILLISECONDS);
            // A chroot that is not there yet is no failure of the sync.
            if (code != Code.OK.intValue() && code != Code.NONODE.intValue()) {
                throw KeeperException.create(Code.get(code));
            }
        } catch (TimeoutException e) {
            throw KeeperException.create(Code.REQUESTTIMEOUT);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean passing(Code code) {
        return code == Code.CONNECTIONLOSS
                || code == Code.REQUESTTIMEOUT
                || code == Code.OPERATIONTIMEOUT
                || code == Code.SESSIONMOVED;
    }

    StoreUnavailable silent(Throwable cause) {
        return StoreUnavailable.silent(
                ZooKeeperStore.PLACE, where, "no server answered within " + AT_MOST.toSeconds() + " s", cause);
    }

    private StoreUnavailable hopeless(KeeperException e) {
        boolean denied =
                e.code() == Code.NOAUTH || e.code() == Code.AUTHFAILED || e.code() == Code.SESSIONCLOSEDREQUIRESASLAUTH;
        return denied
                ? StoreUnavailable.denied(ZooKeeperStore.PLACE, where, String.valueOf(e.getMessage()), e)
                : StoreUnavailable.silent(ZooKeeperStore.PLACE, where, String.valueOf(e.getMessage()), e);
    }
}
