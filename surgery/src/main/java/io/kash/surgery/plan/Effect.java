package io.kash.surgery.plan;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One request to an engine that changes it, as data. Only {@code Hands} carries it out. Implementations are records. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public interface Effect extends Kinded {
    /** The effect in a few words, for the journal and the audit. */
    String title();
}
