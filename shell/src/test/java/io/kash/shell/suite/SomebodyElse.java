package io.kash.shell.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.admin.ZooKeeperAdmin;
import org.apache.zookeeper.data.Stat;

/** Somebody who may reconfigure the ensemble of a lab, and does it without the product. */
final class SomebodyElse implements AutoCloseable {
    private static final Pattern AUTH = Pattern.compile("auth: \"\\$\\{file:([^}]+)}");

    private final ZooKeeperAdmin admin;

    SomebodyElse(String connect, Path environmentsFile) {
        try {
            Matcher named = AUTH.matcher(Files.readString(environmentsFile));
            if (!named.find()) {
                throw new AssertionError("nobody is said to have the right to");
            }
            admin = new ZooKeeperAdmin(connect, 10_000, event -> {});
            admin.addAuthInfo("digest", Files.readAllBytes(Path.of(named.group(1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ensemble's configuration, its version with it. */
    String configuration() {
        return answer(() -> admin.getConfig(false, new Stat()));
    }

    void add(String line) {
        var unused = answer(() -> admin.reconfigure(line, null, null, -1, new Stat()));
    }

    /** @param ids as {@code 4,6} */
    void remove(String ids) {
        var unused = answer(() -> admin.reconfigure(null, ids, null, -1, new Stat()));
    }

    private interface Question {
        byte[] ask() throws KeeperException, InterruptedException;
    }

    private static String answer(Question question) {
        try {
            return new String(question.ask(), StandardCharsets.UTF_8);
        } catch (KeeperException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        try {
            admin.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
