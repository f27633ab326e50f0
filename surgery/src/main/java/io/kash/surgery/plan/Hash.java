package io.kash.surgery.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The SHA-256 of a plan's canonical JSON, in lower-case hex. Approvals bind the whole; four digits are for the eye. */
public record Hash(@JsonValue String hex) {
    @JsonCreator
    public Hash {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256: " + hex);
        }
    }

    /** The first four digits. */
    public String brief() {
        return hex.substring(0, 4);
    }
}
