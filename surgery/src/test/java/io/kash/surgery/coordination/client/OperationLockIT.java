package io.kash.surgery.coordination.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.Lab;
import io.kash.lab.LabSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operation lock under contention and in the hands of the dead, on files and on a real ensemble. See {@link Size}. */
class OperationLockIT {
    private static Lab lab;

    @BeforeAll
    static void start() {
        lab = Lab.start(LabSpec.bare().withOldBrokers(1).withNewBrokers(0).withTopics(List.of()));
    }

    @AfterAll
    static void stop() {
        lab.close();
    }

    @Test
    void ofManyProcessesOnFilesOneGetsIt(@TempDir Path folder) throws Exception {
        LockProofs.tell(
                "files",
                LockProofs.race(contenders(i -> ShellProcess.start("local", folder.toString())), Size.rounds()));
    }

    @Test
    void ofManyShellsOnZooKeeperOneGetsIt() throws Exception {
        LockProofs.tell(
                "ZooKeeper",
                LockProofs.race(
                        contenders(i -> new LockProofs.Shell(new ZooKeeperStore(lab.zookeeperConnect(), "race"))),
                        Size.rounds()));
    }

    @Test
    void aHolderWhoseSessionExpiredSendsNothingMore() throws Exception {
        LockProofs.tell(
                "ZooKeeper",
                LockProofs.zombies(
                        () -> new ZooKeeperStore(lab.zookeeperConnect(), "zombies"),
                        () -> Expiry.expire(lab.zookeeperConnect(), "/kash/zombies/lock"),
                        Size.holders()));
    }

    @Test
    void aProcessThatWasStoppedForLongerThanItsSessionSendsNothingMore() throws Exception {
        List<ShellProcess> stopped = new ArrayList<>();
        try {
            for (int i = 0; i < Size.stoppedProcesses(); i++) {
                ShellProcess process = ShellProcess.start("zookeeper", lab.zookeeperConnect(), "stopped-" + i);
                stopped.add(process);
                assertThat(process.take()).isPresent();
                assertThat(process.effect()).isEqualTo("sent");
                process.signal("STOP");
                process.say("effect");
            }
            for (int i = 0; i < stopped.size(); i++) {
                try (ZooKeeperStore store = new ZooKeeperStore(lab.zookeeperConnect(), "stopped-" + i)) {
                    var next = Eventually.get(store.lapse(), () -> LockProofs.take(store));
                    stopped.get(i).signal("CONT");

                    // What it was about to send when it was stopped, and all it tries later.
                    assertThat(answerOnceKnown(stopped.get(i))).isEqualTo("fenced");
                    assertThat(stopped.get(i).effect()).isEqualTo("fenced");
                    next.check();
                    next.close();
                }
            }
        } finally {
            for (ShellProcess process : stopped) {
                process.close();
            }
        }
        LockProofs.tell("SIGSTOP", stopped.size() + " processes stopped and woken: none sent an effect");
    }

    private static String answerOnceKnown(ShellProcess process) {
        String first = process.answer();
        return first.equals("unknown")
                ? Eventually.get(Duration.ofSeconds(20), () -> Optional.of(process.effect())
                        .filter(answer -> !answer.equals("unknown")))
                : first;
    }

    private static <C> List<C> contenders(IntFunction<C> make) {
        return IntStream.range(0, Size.CONTENDERS).mapToObj(make).toList();
    }
}
