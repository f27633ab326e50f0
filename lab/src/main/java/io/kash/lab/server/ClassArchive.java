package io.kash.lab.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An archive of the classes a server loads (AppCDS), which more than halves the time a server needs to start.
 *
 * <p>It is made by the way: one server of a lab that finds none is told to leave one when it ends, and the lab that ends
 * it puts the archive into the cache. Without one, or with one that this JVM cannot use, servers start all the same,
 * only slower.
 */
final class ClassArchive {
    private static final String SHARING = "-Xshare:auto";

    private final Path file;
    private Optional<Path> draft = Optional.empty();

    /** The archive for what runs in this role, with this JVM and exactly these jars. */
    ClassArchive(Path cache, String role, List<Path> classPath) {
        this.file = cache.resolve(role.toLowerCase(Locale.ROOT) + "-" + Fingerprint.of(identity(classPath)) + ".jsa");
    }

    /** A JVM refuses an archive when a jar's time has changed; then there must be a new one. */
    private static String identity(List<Path> classPath) {
        StringBuilder identity =
                new StringBuilder(System.getProperty("java.home")).append(System.getProperty("java.vm.version"));
        for (Path jar : classPath) {
            identity.append('|').append(jar).append(jar.toFile().lastModified());
        }
        return identity.toString();
    }

    /**
     * How a server that starts now has to deal with it.
     *
     * @param flags what its JVM is told
     * @param leaves whether it leaves an archive when it ends in order, so that it should be stopped and not killed
     */
    record Use(List<String> flags, boolean leaves) {}

    /** For a process that uses the same classes and is not worth an archive of its own. */
    List<String> flagsIfThere() {
        return Files.exists(file) ? List.of(SHARING, "-XX:SharedArchiveFile=" + file) : List.of(SHARING);
    }

    /** Only the first that asks in a lab is told to leave an archive. */
    synchronized Use use() {
        if (Files.exists(file)) {
            return new Use(List.of(SHARING, "-XX:SharedArchiveFile=" + file), false);
        }
        if (draft.isPresent()) {
            return new Use(List.of(SHARING), false);
        }
        Path path = CacheFile.draftOf(file);
        draft = Optional.of(path);
        return new Use(
                List.of(SHARING, "-Xlog:cds=error", "-Xlog:cds+dynamic=error", "-XX:ArchiveClassesAtExit=" + path),
                true);
    }

    /**
     * Takes what the server left, if it left anything.
     *
     * @param worthKeeping whether it has loaded what a server needs; one that failed to start has not, and an archive
     *     of it would slow down every later lab
     */
    synchronized void collect(boolean worthKeeping) {
        if (draft.isEmpty()) {
            return;
        }
        try {
            if (worthKeeping && Files.exists(draft.get())) {
                CacheFile.publish(draft.get(), file);
            }
            Files.deleteIfExists(draft.get());
        } catch (IOException e) {
            // The next lab tries again; until then servers only start slower.
            draft.get().toFile().deleteOnExit();
        }
        draft = Optional.empty();
    }
}
