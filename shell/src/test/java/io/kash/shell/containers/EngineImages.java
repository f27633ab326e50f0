package io.kash.shell.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The images of a real engine. */
record EngineImages(DockerClient client) implements Images {
    private static final Duration REGISTRY_ANSWERS_WITHIN = Duration.ofSeconds(20);
    private static final Duration FETCHED_WITHIN = Duration.ofMinutes(5);

    @Override
    public boolean has(String name) {
        try {
            client.inspectImageCmd(name).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    @Override
    public boolean fetch(String name) {
        String[] parts = name.split(":", 2);
        Pull pull = client.pullImageCmd(parts[0]).withTag(parts[1]).exec(new Pull());
        try {
            return pull.begins(REGISTRY_ANSWERS_WITHIN)
                    && pull.awaitCompletion(FETCHED_WITHIN.toSeconds(), TimeUnit.SECONDS)
                    && has(name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
