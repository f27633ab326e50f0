package io.kash.surgery.environment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much consent a change of an environment needs. */
public enum Protection {
    /** None beyond the preview. */
    @JsonProperty("none")
    NONE("none"),
    /** Type {@code yes}. */
    @JsonProperty("confirm")
    CONFIRM("confirm"),
    /** Type the environment's name. */
    @JsonProperty("name")
    NAME("name"),
    /** A second operator approves. */
    @JsonProperty("pair")
    PAIR("pair");

    private final String word;

    Protection(String word) {
        this.word = word;
    }

    /** The word the environments file uses. */
    public String word() {
        return word;
    }
}
