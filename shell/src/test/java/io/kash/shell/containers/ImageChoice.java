package io.kash.shell.containers;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The official image where the engine has it or can fetch it, else the stand-in where one was built
 * ({@code lab/images/build.sh}).
 */
final class ImageChoice {
    static final String STAND_INS = "kash-standin/";

    private final Images images;
    private final Map<String, Optional<String>> chosen = new HashMap<>();
    private boolean registrySilent;

    ImageChoice(Images images) {
        this.images = images;
    }

    /**
     * The image to run for an official one; empty where there is none.
     *
     * @param official for example {@code zookeeper:3.8}
     */
    synchronized Optional<String> instead(String official) {
        return chosen.computeIfAbsent(official, this::choose);
    }

    private Optional<String> choose(String official) {
        if (images.has(official) || fetched(official)) {
            return Optional.of(official);
        }
        return Optional.of(STAND_INS + official).filter(images::has);
    }

    /** A registry that did not answer once is not waited for again. */
    private boolean fetched(String official) {
        registrySilent = registrySilent || !images.fetch(official);
        return !registrySilent;
    }
}
