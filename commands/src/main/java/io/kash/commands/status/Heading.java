package io.kash.commands.status;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.view.Unread;
import io.kash.surgery.problem.Problem;

/** The line above a part of the status: {@code Reassignments  2 running}. */
final class Heading {
    private Heading() {}

    static Line of(String subject, String summary, Role role) {
        return Line.of(subject, Role.STRONG).plus("  ").plus(summary, role);
    }

    /** {@code ZooKeeper  not read: connection refused}. */
    static Unread unread(String name, String subject, Problem problem) {
        String why = problem.why().isBlank() ? problem.what() : problem.what() + ": " + problem.why();
        return new Unread(name, of(subject, "not read: " + why, Role.BAD));
    }
}
