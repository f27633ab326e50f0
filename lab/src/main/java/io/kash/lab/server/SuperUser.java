package io.kash.lab.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The user who may do everything on the lab's ZooKeeper servers, reconfigure them above all ("zookeeper
 * .DigestAuthenticationProvider.superDigest" in the administrator's guide). The password is the lab's own and ends with it.
 *
 * @param digest {@code super:} and the hash the servers know
 */
record SuperUser(String digest) {
    private static final int PASSWORD_BYTES = 12;

    /** Makes up a password and leaves it in {@link LabHome#zooKeeperAuth}. */
    static SuperUser in(LabHome home) {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String secret = "super:" + HexFormat.of().formatHex(random);
        keep(home.zooKeeperAuth(), secret);
        return new SuperUser("super:" + Base64.getEncoder().encodeToString(sha1(secret)));
    }

    /** What a server's JVM is told. */
    String flag() {
        return "-Dzookeeper.DigestAuthenticationProvider.superDigest=" + digest;
    }

    private static void keep(Path file, String secret) {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, secret);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As ZooKeeper's digest scheme hashes; what it protects here is a lab on loopback. */
    private static byte[] sha1(String text) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
