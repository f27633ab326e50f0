package io.kash.surgery.hook.client;

import io.kash.surgery.environment.HookWords;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks the operator's program about one server. */
final class StartedHook {
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(8);

    private StartedHook() {}

    /** What it prints; empty when it exits with another code than 0, prints nothing or does not answer in time. */
    static Optional<String> ask(List<String> words, String kind, int id, String host) {
        try {
            Program run = Program.run(HookWords.of(words, kind, id, host), ANSWERS_WITHIN);
            return Optional.of(run.said()).filter(said -> run.ended() && run.exit() == 0 && !said.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
