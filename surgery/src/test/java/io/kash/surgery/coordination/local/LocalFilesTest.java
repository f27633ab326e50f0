package io.kash.surgery.coordination.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.surgery.coordination.Store;
import io.kash.surgery.coordination.StoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest extends StoreContract {
    @TempDir
    Path directory;

    @Override
    protected Store open() {
        return new LocalFiles(directory);
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
