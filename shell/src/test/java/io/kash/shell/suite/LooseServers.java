package io.kash.shell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.Lab;
import io.kash.lab.NodeState;
import io.kash.lab.address.Endpoint;
import io.kash.lab.cluster.FourLetterWord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;

/**
 * The ZooKeeper servers of a lab in the hands of somebody who takes no care: their disks are emptied, and they are started
 * with whatever configuration is at hand.
 */
record LooseServers(Lab lab) {
    private static final Duration AT_MOST = Duration.ofSeconds(90);
    private static final long BETWEEN_NANOS = Duration.ofMillis(50).toNanos();

    static String name(int id) {
        return "zk-" + id;
    }

    Endpoint client(int id) {
        return lab.nodes().stream()
                .map(NodeState::node)
                .filter(node -> node.name().equals(name(id)))
                .findFirst()
                .orElseThrow()
                .endpoint();
    }

    String connect(int... ids) {
        return Arrays.stream(ids).mapToObj(id -> client(id).toString()).collect(Collectors.joining(","));
    }

    Path data(int id) {
        return lab.configurationOf(name(id)).resolveSibling("data");
    }

    void stop(int... ids) {
        Arrays.stream(ids).forEach(id -> lab.kill(name(id)));
    }

    void start(int... ids) {
        Arrays.stream(ids).forEach(id -> lab.startNode(name(id)));
    }

    /** As after the loss of its disk: its id is there, and nothing else. */
    void empty(int... ids) {
        for (int id : ids) {
            Path database = data(id).resolve("version-2");
            if (!Files.exists(database)) {
                continue;
            }
            try (Stream<Path> all = Files.walk(database)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Puts what one server has on its disk onto another's. Both are stopped. */
    void copy(int from, int to) {
        try {
            Path target = Files.createDirectories(data(to).resolve("version-2"));
            try (Stream<Path> files = Files.list(data(from).resolve("version-2"))) {
                for (Path file : files.toList()) {
                    Files.copy(file, target.resolve(file.getFileName()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the server starts with the next time. */
    void configure(int id, String zooCfg) {
        try {
            Files.createDirectories(lab.chef());
            Files.writeString(lab.chef().resolve(name(id) + ".cfg"), zooCfg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It starts with what the lab gives it again. */
    void configureAsTheLabDoes(int id) {
        try {
            Files.deleteIfExists(lab.chef().resolve(name(id) + ".cfg"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A configuration in which these servers are equals, the wrong one for servers that are to join, with nothing said of
     * reconfiguration: that is off where nobody switches it on, and such a server heeds no other list than its own.
     */
    String allAlike(int id, boolean autocreate, int... participants) {
        return common(id, 1_000)
                + "db.autocreate=" + autocreate + "\n"
                + Arrays.stream(participants)
                        .mapToObj(one -> member(one, client(one), "participant"))
                        .collect(Collectors.joining());
    }

    /**
     * The configuration of a server that follows 1, 2 and 3 and does not vote.
     *
     * @param as the id its myid file says, its own or another's
     */
    String joiner(int id, int as, int tickMillis) {
        return common(id, tickMillis)
                + "reconfigEnabled=true\n"
                + IntStream.of(1, 2, 3)
                        .filter(one -> one != as)
                        .mapToObj(one -> member(one, client(one), "participant"))
                        .collect(Collectors.joining())
                + member(as, client(id), "observer");
    }

    private static String member(int id, Endpoint client, String role) {
        return "server." + id + "=" + client.host() + ":2888:3888:" + role + ";" + client + "\n";
    }

    private String common(int id, int tickMillis) {
        return String.join(
                "\n",
                "dataDir=" + data(id),
                "tickTime=" + tickMillis,
                "initLimit=10",
                "syncLimit=5",
                "maxClientCnxns=0",
                "admin.enableServer=false",
                "4lw.commands.whitelist=*",
                "standaloneEnabled=false",
                "");
    }

    /** Where its peers find it, on the usual ports. */
    String peers(int id) {
        return client(id).host() + ":2888:3888";
    }

    /** Whether it takes connections, be it only to say that it serves nobody. */
    boolean listens(int id) {
        return FourLetterWord.ask(client(id), "srvr").isPresent();
    }

    Optional<String> role(int id) {
        return FourLetterWord.role(client(id));
    }

    /** The servers among these that lead. */
    List<Integer> leaders(int... ids) {
        return IntStream.of(ids)
                .filter(id -> role(id).equals(Optional.of("leader")))
                .boxed()
                .toList();
    }

    boolean allServe(int... ids) {
        return IntStream.of(ids).allMatch(id -> role(id).isPresent());
    }

    /** Whether none of these serves anybody for that long. */
    boolean noneServesFor(Duration time, int... ids) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            if (IntStream.of(ids).anyMatch(id -> role(id).isPresent())) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
        return true;
    }

    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + AT_MOST.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
    }

    static void create(String connect, String path, String data) {
        client(
                connect,
                client -> client.create(
                        path,
                        data.getBytes(StandardCharsets.UTF_8),
                        ZooDefs.Ids.OPEN_ACL_UNSAFE,
                        CreateMode.PERSISTENT));
    }

    /** What stands there by this server's word, after a sync; empty where nothing does. */
    static Optional<String> read(String connect, String path) {
        return client(connect, client -> {
            try {
                CountDownLatch synced = new CountDownLatch(1);
                client.sync("/", (rc, where, context) -> synced.countDown(), null);
                assertThat(synced.await(AT_MOST.toSeconds(), TimeUnit.SECONDS)).isTrue();
                return Optional.of(new String(client.getData(path, false, null), StandardCharsets.UTF_8));
            } catch (KeeperException.NoNodeException e) {
                return Optional.empty();
            }
        });
    }

    private interface Work<T> {
        T with(ZooKeeper client) throws KeeperException, InterruptedException;
    }

    private static <T> T client(String connect, Work<T> work) {
        CountDownLatch connected = new CountDownLatch(1);
        try {
            ZooKeeper client = new ZooKeeper(connect, 10_000, event -> {
                if (event.getState() == Watcher.Event.KeeperState.SyncConnected) {
                    connected.countDown();
                }
            });
            try {
                assertThat(connected.await(AT_MOST.toSeconds(), TimeUnit.SECONDS))
                        .as(connect + " takes a client")
                        .isTrue();
                return work.with(client);
            } finally {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (KeeperException e) {
            throw new AssertionError("at " + connect, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
