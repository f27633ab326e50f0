package io.kash.surgery.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How a step stands in the world just observed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "standing")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Standing.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = Standing.Underway.class, name = "underway"),
    @JsonSubTypes.Type(value = Standing.Done.class, name = "done"),
    @JsonSubTypes.Type(value = Standing.Blocked.class, name = "blocked"),
    @JsonSubTypes.Type(value = Standing.Foreign.class, name = "foreign"),
})
public sealed interface Standing {
    /** Nothing of it has been done, and it may begin. */
    record Ready() implements Standing {}

    /** Some of it is done or in flight. */
    record Underway() implements Standing {}

    /** The world is as the step wants it. This, and nothing else, is what "verified" means. */
    record Done() implements Standing {}

    /** It cannot go on now; the reason names the partition, broker or server that holds it up. */
    record Blocked(String why) implements Standing {}

    /** Somebody else has changed what this step is about. */
    record Foreign(String what) implements Standing {}

    Standing READY = new Ready();
    Standing UNDERWAY = new Underway();
    Standing DONE = new Done();
}
