package io.kash.lab.cli;

import io.kash.lab.LabException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the launcher tells the lab about the place it runs in.
 *
 * @param kashHome the project's directory; system property {@code kash.home}, else the working directory
 * @param labHome where the lab keeps its files; {@code KASH_LAB_HOME}, else {@code .kash/lab} in the project
 * @param kash the launcher that starts the product; system property {@code lab.kash}
 */
public record Setting(Path kashHome, Path labHome, Optional<String> kash) {
    static final String LAUNCHER = "lab.kash";
    static final String HOME = "kash.home";

    /** As the system properties and this environment have it. */
    public static Setting of(Map<String, String> environment) {
        Path kashHome = Path.of(System.getProperty(HOME, "")).toAbsolutePath();
        Path labHome = Optional.ofNullable(environment.get("KASH_LAB_HOME"))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .orElse(kashHome.resolve(".kash/lab"));
        return new Setting(kashHome, labHome.toAbsolutePath(), Optional.ofNullable(System.getProperty(LAUNCHER)));
    }

    /** The launcher; without it only the verbs of the lab itself work. */
    String launcher() {
        return kash.orElseThrow(() -> new LabException(
                "cannot start the product",
                "the system property " + LAUNCHER + " does not say where its launcher is",
                "start the lab through the launcher: ./kash lab"));
    }
}
