package io.kash.shell.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/**
 * Files nobody else may read, in the state directory ({@code $XDG_STATE_HOME/kash}, by default {@code
 * ~/.local/state/kash}). They are created with mode 0600, never created and then closed to others.
 */
public final class PrivateFiles {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path root;

    public PrivateFiles(Path root) {
        this.root = root;
    }

    public static PrivateFiles of(Map<String, String> env, Path home) {
        String state = env.getOrDefault("XDG_STATE_HOME", "");
        Path base = state.isBlank() ? home.resolve(".local/state") : Path.of(state);
        return new PrivateFiles(base.resolve("kash"));
    }

    /** A path below the state directory; nothing is created. */
    public Path at(String folder, String name) {
        return root.resolve(folder).resolve(fileName(name));
    }

    /** Creates the file where there is none, the folders above it included. */
    public Path existing(Path path) throws IOException {
        createFolders(path);
        try {
            create(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))
                    .close();
        } catch (FileAlreadyExistsException e) {
            return path;
        }
        return path;
    }

    /** Replaces the file's text, by a new file moved over it: whoever reads sees the old text or the new one. */
    public void write(Path path, String text) throws IOException {
        createFolders(path);
        Path beside = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(beside);
        writeNew(beside, text);
        Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Writes a file that must not be there yet, anywhere.
     *
     * @throws FileAlreadyExistsException when it is
     */
    public static void writeNew(Path path, String text) throws IOException {
        try (SeekableByteChannel channel =
                create(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    private void createFolders(Path path) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder, mode("rwx------"));
        }
    }

    private static SeekableByteChannel create(Path path, Set<? extends OpenOption> options) throws IOException {
        return Files.newByteChannel(path, options, mode("rw-------"));
    }

    private static FileAttribute<?>[] mode(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** A name that stays within its folder, whatever an environment is called. */
    private static String fileName(String name) {
        StringBuilder safe = new StringBuilder();
        name.codePoints().forEach(c -> {
            boolean plain = Character.isLetterOrDigit(c) || c == '-' || c == '_' || (c == '.' && !safe.isEmpty());
            safe.append(plain ? Character.toString(c) : "%" + Integer.toHexString(c));
        });
        return safe.toString();
    }
}
