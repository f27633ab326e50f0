package io.kash.commands.session;

import java.util.List;

/** The last operations of an environment, the newest first, each in one line. */
@FunctionalInterface
public interface RecentOperations {
    /** @param most how many at most */
    List<String> lines(int most);

    RecentOperations NONE = most -> List.of();
}
