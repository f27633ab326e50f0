package io.kash.surgery.coordination.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.surgery.coordination.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest {
    @TempDir
    Path directory;

    @Test
    void aValueIsWrittenOnlyWhenItsVersionIsStillTheOneSeen() {
        Store store = new LocalFiles(directory);
        long first = store.putIf("a/b", "one", Store.ABSENT).orElseThrow();

        assertThat(store.putIf("a/b", "two", Store.ABSENT)).isEmpty();
        assertThat(store.putIf("a/b", "two", first)).isPresent();
        assertThat(store.putIf("a/b", "three", first)).isEmpty();
        assertThat(store.get("a/b").map(Store.Entry::value)).contains("two");
    }

    @Test
    void keysBelowAKeyAreListedInOrder() {
        Store store = new LocalFiles(directory);
        for (String key : List.of("ops/b/x", "ops/a/x", "ops/c")) {
            assertThat(store.putIf(key, "v", Store.ABSENT)).isPresent();
        }

        assertThat(store.list("ops")).containsExactly("a", "b", "c");
        assertThat(store.list("nothing")).isEmpty();
    }

    @Test
    void whatASessionClaimsGoesAwayWithIt() {
        Store store = new LocalFiles(directory);
        Store.Session session = store.session();

        assertThat(session.claim("lock", "me")).isPresent();
        try (Store.Session other = store.session()) {
            assertThat(other.claim("lock", "you")).isEmpty();
        }
        assertThat(store.get("lock")).isPresent();
        session.close();
        assertThat(session.alive()).isFalse();
        assertThat(store.get("lock")).isEmpty();
        try (Store.Session other = store.session()) {
            assertThat(other.claim("lock", "you")).isPresent();
        }
    }

    @Test
    void aSessionWhoseProcessIsGoneIsDead() throws IOException {
        Store store = new LocalFiles(directory);
        // What a process leaves that was killed: its session's file, which nobody has locked.
        String gone = "00000000-0000-0000-0000-000000000001";
        Files.createDirectories(directory.resolve("sessions"));
        Files.createFile(directory.resolve("sessions").resolve(gone));
        Files.createDirectories(directory.resolve("values"));
        Files.writeString(directory.resolve("values/lock"), "1 " + gone + "\nsomebody");

        assertThat(store.get("lock")).isEmpty();
        try (Store.Session session = store.session()) {
            assertThat(session.claim("lock", "me")).isPresent();
        }
    }

    @Test
    void ofManyWhoWriteAtOnceExactlyOneSucceeds() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 20; round++) {
                String key = "round-" + round;
                List<Future<Optional<Long>>> answers = new ArrayList<>();
                for (int writer = 0; writer < 8; writer++) {
                    String value = "writer " + writer;
                    answers.add(writers.submit(() -> new LocalFiles(directory).putIf(key, value, Store.ABSENT)));
                }
                int winners = 0;
                for (Future<Optional<Long>> answer : answers) {
                    winners += answer.get().isPresent() ? 1 : 0;
                }
                assertThat(winners).isEqualTo(1);
            }
        } finally {
            writers.shutdownNow();
        }
    }

    @Test
    void everyFileIsPrivate() throws IOException {
        Store store = new LocalFiles(directory.resolve("store"));
        assertThat(store.putIf("a/b", "secret", Store.ABSENT)).isPresent();
        try (Store.Session session = store.session();
                Stream<Path> all = Files.walk(directory.resolve("store"))) {
            assertThat(session.alive()).isTrue();
            assertThat(all)
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
        }
    }

    @Test
    void aKeyNeverLeadsOutOfTheStore() {
        Store store = new LocalFiles(directory);

        assertThatThrownBy(() -> store.get("../../etc/passwd")).hasMessageContaining("not a key");
        assertThatThrownBy(() -> store.get("a/../../b")).hasMessageContaining("not a key");
    }
}
