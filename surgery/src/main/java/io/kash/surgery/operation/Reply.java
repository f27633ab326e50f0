package io.kash.surgery.operation;

import java.util.Map;
import java.util.TreeMap;

/** What an engine answered to an effect. None of them means that the effect has happened: only looking does. */
public sealed interface Reply {
    /** The engine took it. */
    record Accepted() implements Reply {}

    /** The engine refused all or a part of it. Keys name the partition, broker or topic. */
    record Rejected(Map<String, String> reasons) implements Reply {
        public Rejected {
            reasons = java.util.Collections.unmodifiableMap(new TreeMap<>(reasons));
        }
    }

    /** The engine refused it and always will, however often it is asked: it is not allowed, or not known there. */
    record Forbidden(String why) implements Reply {}

    /** No answer came: it may or may not have happened. */
    record Unknown(String why) implements Reply {}
}
