package io.kash.surgery.plan;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.Optional;

/** One request to an engine that changes it, as data. Only {@code Hands} carries it out. Implementations are records. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public interface Effect extends Kinded {
    /** The effect in a few words, for the journal and the audit. */
    String title();

    /**
     * Present for an effect that must not be sent again because its success takes long to be seen, such as a restart: how
     * long that may take. It is sent once in a run; a refusal of it, and a success that is not seen by then, stop the
     * operation. Empty for what may be repeated.
     */
    default Optional<Duration> once() {
        return Optional.empty();
    }
}
