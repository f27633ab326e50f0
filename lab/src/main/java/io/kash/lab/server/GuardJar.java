package io.kash.lab.server;

import io.kash.lab.guard.FileTree;
import io.kash.lab.guard.FormatStorage;
import io.kash.lab.guard.Guard;
import io.kash.lab.guard.Janitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * The classes of {@code io.kash.lab.guard} as a jar of their own. The servers must not see the lab's client libraries, and
 * an archive of classes allows no directory on the class path.
 */
final class GuardJar {
    private static final List<String> CLASSES = List.of(
            FileTree.class.getName(),
            Guard.class.getName(),
            Janitor.class.getName(),
            Janitor.class.getName() + "$Server",
            FormatStorage.class.getName());

    private GuardJar() {}

    /** The jar in this cache, written if it is not there; its name tells its content. */
    static Path in(Path cache) {
        byte[] content = content();
        Path jar = cache.resolve("guard-" + Fingerprint.of(content) + ".jar");
        CacheFile.writeOnce(jar, content);
        return jar;
    }

    /** Where the lab's own classes come from: a jar or a directory. */
    static Path ownLocation() {
        try {
            return Path.of(GuardJar.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] content() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            for (String name : CLASSES) {
                String path = name.replace('.', '/') + ".class";
                JarEntry entry = new JarEntry(path);
                entry.setTime(0); // The same classes make the same jar.
                jar.putNextEntry(entry);
                try (InputStream source = GuardJar.class.getClassLoader().getResourceAsStream(path)) {
                    if (source == null) {
                        throw new IllegalStateException("no class " + name);
                    }
                    source.transferTo(jar);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
