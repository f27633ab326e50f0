package io.kash.surgery.environment;

import io.kash.surgery.environment.YamlNode.Position;
import io.kash.surgery.problem.Problem;

/** Says what is wrong in a file, with line and column: {@code environments.yaml:7:12}. */
record Complaints(String file) {
    private static final String NEXT = "correct the file; docs/environments.md describes its keys";

    Problem of(Position at, String what, String why) {
        return Problem.usage(what, file + ":" + at.line() + ":" + at.column(), why, NEXT);
    }
}
