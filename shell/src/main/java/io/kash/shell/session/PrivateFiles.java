package io.kash.shell.session;

import io.kash.surgery.audit.SessionJournal;
import io.kash.surgery.files.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;

/**
 * Files nobody else may read, in the state directory ({@code $XDG_STATE_HOME/kash}, by default {@code
 * ~/.local/state/kash}). See {@link OwnerOnly}.
 */
public final class PrivateFiles {
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

    /** The journal of what is typed in an environment. */
    public SessionJournal journal(String environment) {
        return new SessionJournal(at("audit", environment + ".jsonl"));
    }

    /** Creates the file where there is none, the folders above it included. */
    public Path existing(Path path) throws IOException {
        OwnerOnly.createFoldersOf(path);
        if (!Files.exists(path)) {
            OwnerOnly.open(path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE))
                    .close();
        }
        return path;
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
