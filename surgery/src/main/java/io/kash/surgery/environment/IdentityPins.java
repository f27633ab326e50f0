package io.kash.surgery.environment;

import io.kash.surgery.files.OwnerOnly;
import io.kash.surgery.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Which cluster each environment is. Pinned in the environments file ({@code kafka.cluster-id}), or else remembered in a
 * file of this directory, one per environment, once an operator has agreed to it. The environments file wins.
 *
 * <p>Files are written whole and can be read by their owner only.
 */
public final class IdentityPins {
    private static final Pattern CLUSTER_ID = Pattern.compile("[!-~]{1,128}");

    private final Path directory;

    /** @param directory made with the first pin */
    public IdentityPins(Path directory) {
        this.directory = directory;
    }

    /** {@code $XDG_STATE_HOME/kash/pins}, or {@code ~/.local/state/kash/pins} (XDG Base Directory Specification). */
    public static Path usualDirectory(Function<String, Optional<String>> variables, Path home) {
        return variables
                .apply("XDG_STATE_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(home.resolve(".local").resolve("state"))
                .resolve("kash")
                .resolve("pins");
    }

    /**
     * The cluster id the environment must have; empty when nobody has said it yet.
     *
     * @throws io.kash.surgery.problem.ProblemException of kind USAGE when what is remembered cannot be read: a pin that
     *     is there and unreadable is not the same as none
     */
    public Optional<String> pinned(Environment environment) {
        if (environment.kafka().clusterId().isPresent()) {
            return environment.kafka().clusterId();
        }
        Path file = file(environment);
        try {
            String text = Files.readString(file).strip();
            if (!CLUSTER_ID.matcher(text).matches()) {
                throw unusable(environment, file, "it does not hold a cluster id")
                        .asException();
            }
            return Optional.of(text);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unusable(environment, file, References.plainly(e)).asException(e);
        }
    }

    /**
     * Remembers the cluster id, in the place of one remembered before.
     *
     * @throws IllegalArgumentException when the environments file pins the environment itself
     * @throws io.kash.surgery.problem.ProblemException of kind FAILED when it cannot be written
     */
    public void pin(Environment environment, String clusterId) {
        if (environment.kafka().clusterId().isPresent()) {
            throw new IllegalArgumentException(environment.name() + " is pinned in the environments file");
        }
        if (!CLUSTER_ID.matcher(clusterId).matches()) {
            throw new IllegalArgumentException("not a cluster id: " + clusterId);
        }
        Path file = file(environment);
        try {
            OwnerOnly.replace(file, clusterId + "\n");
        } catch (IOException e) {
            throw Problem.failed(
                            "the cluster id of '" + environment.name() + "' cannot be remembered",
                            file.toString(),
                            References.plainly(e),
                            "write kafka.cluster-id into the environments file instead")
                    .asException(e);
        }
    }

    private Path file(Environment environment) {
        return directory.resolve(environment.name());
    }

    private static Problem unusable(Environment environment, Path file, String why) {
        return Problem.usage(
                "the cluster id remembered for '" + environment.name() + "' cannot be read",
                file.toString(),
                why,
                "look at the file; without it the next connection asks again");
    }
}
