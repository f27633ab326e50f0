package io.kash.lab.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SuperUserTest {
    @Test
    void servers_know_a_hash_and_only_the_owners_file_the_password(@TempDir Path directory) throws Exception {
        try (LabHome home = LabHome.claim(Optional.of(directory))) {
            String flag = SuperUser.in(home).flag();

            String secret = Files.readString(home.zooKeeperAuth());
            assertThat(secret).matches("super:[0-9a-f]{24}");
            assertThat(flag)
                    .isEqualTo("-Dzookeeper.DigestAuthenticationProvider.superDigest=super:" + hash(secret))
                    .doesNotContain(secret);
            assertThat(modeOf(home.zooKeeperAuth())).isEqualTo("rw-------");
        }
    }

    private static String modeOf(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static String hash(String secret) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-1").digest(secret.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }
}
