package io.kash.surgery.plan;

import com.fasterxml.jackson.annotation.JsonValue;

/** A fingerprint of what a plan depends on. Kafka has no versions for assignments, so drift is told by this. */
public record Digest(@JsonValue String hex) {}
