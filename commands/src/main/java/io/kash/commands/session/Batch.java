package io.kash.commands.session;

import java.util.Optional;

/**
 * What a batch run said beforehand for every command in it.
 *
 * @param dryRun stop every change after its preview
 * @param confirm the environment's name, given as {@code --confirm}
 */
public record Batch(boolean dryRun, Optional<String> confirm) {
    /** Nothing was said beforehand. */
    public static final Batch NONE = new Batch(false, Optional.empty());
}
