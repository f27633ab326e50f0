package io.kash.surgery.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The way back from a request, judged on the snapshot before it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "way")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Reversal.By.class, name = "by"),
    @JsonSubTypes.Type(value = Reversal.None.class, name = "none"),
})
public sealed interface Reversal {
    /** Another request, planned and run like any other. */
    record By(Request request) implements Reversal {}

    /** There is no way back. */
    record None(String why) implements Reversal {}
}
