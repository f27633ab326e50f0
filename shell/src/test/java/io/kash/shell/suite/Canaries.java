package io.kash.shell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooKeeper;

/** Secrets that stand nowhere else, so that wherever one is found, it was copied there. */
final class Canaries {
    private final Map<String, String> byName = new LinkedHashMap<>();

    /** A secret that says by itself where it was put in. */
    String plant(String name) {
        return plant(name, "hunter2-" + name + "-9c41e07b");
    }

    String plant(String name, String secret) {
        byName.put(name, secret);
        return secret;
    }

    /** The names of those in a text. */
    List<String> in(String text) {
        return byName.entrySet().stream()
                .filter(canary -> text.contains(canary.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Every file below a folder that holds one, but for those that have to: {@code state/…: typed}. */
    List<String> inFilesBelow(Path folder, Set<Path> inputs) {
        List<String> found = new ArrayList<>();
        for (Path file : all(folder)) {
            if (Files.isRegularFile(file) && !inputs.contains(file)) {
                // Whatever a file's encoding is, these are ASCII.
                in(text(file)).forEach(name -> found.add(folder.relativize(file) + ": " + name));
            }
        }
        return found;
    }

    /** Every node of ZooKeeper below a path that holds one. */
    List<String> inNodesBelow(ZooKeeper zookeeper, String path) throws KeeperException, InterruptedException {
        byte[] data = zookeeper.getData(path, false, null);
        List<String> found = new ArrayList<>();
        in(path + "\n" + (data == null ? "" : new String(data, StandardCharsets.ISO_8859_1)))
                .forEach(name -> found.add(path + ": " + name));
        for (String child : zookeeper.getChildren(path, false)) {
            found.addAll(inNodesBelow(zookeeper, path + "/" + child));
        }
        return found;
    }

    static List<Path> all(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.toList();
            assertThat(all).as("files below %s", folder).hasSizeGreaterThan(1);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
