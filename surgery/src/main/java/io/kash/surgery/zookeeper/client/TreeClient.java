package io.kash.surgery.zookeeper.client;

import io.kash.surgery.problem.Problem;
import io.kash.surgery.zookeeper.Node;
import io.kash.surgery.zookeeper.NodePath;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;

/** Opens a session for one reading of the tree, and closes it behind it. Only reads; understood by servers since 3.4. */
final class TreeClient {
    /** What is read in a session. */
    interface Reading<T> {
        T of(ZooKeeper session) throws KeeperException, InterruptedException;
    }

    private final Roll roll;

    TreeClient(Roll roll) {
        this.roll = roll;
    }

    /**
     * Reads in a session of its own.
     *
     * @throws io.kash.surgery.problem.ProblemException when no server answers in time, or the path is not to be read
     */
    <T> T read(NodePath path, Reading<T> reading) {
        String hosts = roll.hosts();
        try (Handle handle = Handle.open(hosts)) {
            return reading.of(handle.zookeeper());
        } catch (IOException e) {
            throw failed(Problem.Kind.TIMED_OUT, path, hosts, String.valueOf(e.getMessage()))
                    .asException(e);
        } catch (KeeperException.NoAuthException e) {
            throw failed(Problem.Kind.NOT_AUTHORISED, path, hosts, "its ACL lets nobody read it")
                    .asException(e);
        } catch (KeeperException e) {
            throw failed(Problem.Kind.FAILED, path, hosts, String.valueOf(e.getMessage()))
                    .asException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(Problem.Kind.FAILED, path, hosts, "interrupted").asException(e);
        }
    }

    static Node node(NodePath path, Stat stat) {
        return new Node(
                path,
                stat.getNumChildren(),
                stat.getDataLength(),
                stat.getEphemeralOwner() == 0
                        ? Optional.empty()
                        : Optional.of("0x" + Long.toHexString(stat.getEphemeralOwner())),
                stat.getVersion(),
                Instant.ofEpochMilli(stat.getMtime()));
    }

    private static Problem failed(Problem.Kind kind, NodePath path, String hosts, String why) {
        return new Problem(kind, "cannot read " + path, "ZooKeeper " + hosts, why, "zk list");
    }
}
