package io.kash.lab;

import java.util.List;

/** Labs that start quickly. */
public final class SmallLab {
    private SmallLab() {}

    /** Two topics with next to nothing in them, and traffic. */
    public static LabSpec withTraffic() {
        return LabSpec.bare()
                .withTopics(List.of(new TopicSpec("metrics", 3, 1_000_000), new TopicSpec("events", 2, 0)))
                .withTraffic(true);
    }
}
