package io.kash.shell.suite;

import io.kash.lab.TopicSpec;
import java.util.List;

/** What the suite moves: small, so that what is waited for is the moving and not the bytes. */
public final class SuiteTopics {
    private static final long MB = 1_000_000;

    public static final List<TopicSpec> ALL = List.of(
            new TopicSpec("metrics", 6, 6 * MB), new TopicSpec("events", 3, 2 * MB), new TopicSpec("empty", 3, 0));

    private SuiteTopics() {}
}
