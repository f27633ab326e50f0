package io.kash.surgery.zookeeper.client;

import io.kash.surgery.coordination.Fence;
import io.kash.surgery.operation.Hands;
import io.kash.surgery.operation.Reply;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.zookeeper.MarkEnsemble;
import io.kash.surgery.zookeeper.Member;
import io.kash.surgery.zookeeper.Reconfigure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.admin.ZooKeeperAdmin;
import org.apache.zookeeper.data.Stat;

/**
 * Changes an ensemble. What fails before anything is sent is answered as Unknown too: the runner looks before it goes on
 * in any case. So does an answer that was lost: a leader that is removed may do it and not say so.
 */
final class EnsembleHands implements Hands {
    static final Set<Class<? extends Effect>> EFFECTS = Set.of(Reconfigure.class, MarkEnsemble.class);

    private final Supplier<Optional<String>> auth;

    /** @param auth gives {@code user:password} of who may reconfigure; empty where anybody may */
    EnsembleHands(Supplier<Optional<String>> auth) {
        this.auth = auth;
    }

    /** @throws IllegalArgumentException for an effect that is not on an ensemble */
    @Override
    public Reply apply(Effect effect, Fence fence) {
        if (effect instanceof Reconfigure change) {
            return send(change.via(), "the ensemble", zookeeper -> {
                auth.get().ifPresent(who -> zookeeper.addAuthInfo("digest", who.getBytes(StandardCharsets.UTF_8)));
                fence.check();
                reconfigure(zookeeper, change);
            });
        }
        if (effect instanceof MarkEnsemble mark) {
            return send(mark.via(), MarkEnsemble.PATH, zookeeper -> {
                fence.check();
                write(zookeeper, mark.mark().getBytes(StandardCharsets.UTF_8));
            });
        }
        throw new IllegalArgumentException("not an effect on an ensemble: " + effect.kind());
    }

    private static void reconfigure(ZooKeeperAdmin zookeeper, Reconfigure change)
            throws KeeperException, InterruptedException {
        String joining = change.joining().stream().map(Member::line).collect(Collectors.joining(","));
        String leaving = change.leaving().stream().map(String::valueOf).collect(Collectors.joining(","));
        // An empty list is not the same as none: it would be a whole new ensemble without servers.
        var unused = zookeeper.reconfigure(
                joining.isEmpty() ? null : joining,
                leaving.isEmpty() ? null : leaving,
                null,
                change.version(),
                new Stat());
    }

    private static void write(ZooKeeperAdmin zookeeper, byte[] mark) throws KeeperException, InterruptedException {
        try {
            var unused = zookeeper.setData(MarkEnsemble.PATH, mark, -1);
        } catch (KeeperException.NoNodeException e) {
            var unused = zookeeper.create(MarkEnsemble.PATH, mark, ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
        }
    }

    /** One request. */
    private interface Request {
        void send(ZooKeeperAdmin zookeeper) throws KeeperException, InterruptedException;
    }

    private static Reply send(List<String> via, String what, Request request) {
        try (Handle handle = Handle.open(String.join(",", via))) {
            request.send(handle.zookeeper());
            return new Reply.Accepted();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Unknown("interrupted while waiting for the answer");
        } catch (IOException e) {
            return new Reply.Unknown(e.getMessage() + "; nothing was sent");
        } catch (KeeperException e) {
            return reply(what, e);
        }
    }

    private static Reply reply(String what, KeeperException e) {
        return switch (e.code()) {
            case CONNECTIONLOSS, REQUESTTIMEOUT, OPERATIONTIMEOUT, SESSIONEXPIRED, SESSIONMOVED ->
                new Reply.Unknown(String.valueOf(e.getMessage()));
            case NOAUTH, AUTHFAILED ->
                new Reply.Forbidden(
                        "the ensemble does not allow it: zookeeper.auth in the environments file says who may");
            case RECONFIGDISABLED -> new Reply.Forbidden("reconfigEnabled is false on the ensemble's leader");
            case UNIMPLEMENTED -> new Reply.Forbidden("the ensemble knows no reconfiguration: it is older than 3.5");
            case BADARGUMENTS, MARSHALLINGERROR ->
                new Reply.Forbidden("the ensemble does not take it: " + e.getMessage());
            case BADVERSION -> rejected(what, "its configuration is another one by now");
            case RECONFIGINPROGRESS -> rejected(what, "another reconfiguration is under way");
            case NEWCONFIGNOQUORUM -> rejected(what, "the new configuration would have no quorum in sync");
            default -> rejected(what, String.valueOf(e.getMessage()));
        };
    }

    private static Reply rejected(String what, String why) {
        return new Reply.Rejected(Map.of(what, why));
    }
}
