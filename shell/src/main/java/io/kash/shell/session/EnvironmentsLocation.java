package io.kash.shell.session;

import io.kash.surgery.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where the environments file is: {@code --environments}, else {@code KASH_ENVIRONMENTS}, else {@code
 * ./environments.yaml}, else {@code environments.yaml} in the XDG configuration folder. What was named must be there;
 * the last two are tried in turn.
 */
public record EnvironmentsLocation(Optional<Path> option, Map<String, String> env, Path folder, Path home) {
    private static final String NAME = "environments.yaml";

    /** @throws io.kash.surgery.problem.ProblemException of kind USAGE when there is none */
    public Path find() {
        if (option.isPresent()) {
            return named(option.get(), "--environments");
        }
        String variable = env.getOrDefault("KASH_ENVIRONMENTS", "");
        if (!variable.isBlank()) {
            return named(Path.of(variable), "KASH_ENVIRONMENTS");
        }
        return usual().stream().filter(Files::exists).findFirst().orElseThrow(() -> Problem.usage(
                        "there is no environments file",
                        usual().stream().map(Path::toString).collect(Collectors.joining(", ")),
                        "none of these exists, and neither --environments nor KASH_ENVIRONMENTS names another",
                        "kash --environments <file>, or kash lab")
                .asException());
    }

    private Path named(Path path, String by) {
        Path found = folder.resolve(path);
        if (!Files.exists(found)) {
            throw Problem.usage("the environments file is not there", found.toString(), by + " names it", "")
                    .asException();
        }
        return found;
    }

    private List<Path> usual() {
        String config = env.getOrDefault("XDG_CONFIG_HOME", "");
        Path base = config.isBlank() ? home.resolve(".config") : Path.of(config);
        return List.of(folder.resolve(NAME), base.resolve("kash").resolve(NAME));
    }
}
