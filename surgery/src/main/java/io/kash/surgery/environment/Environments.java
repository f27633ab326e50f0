package io.kash.surgery.environment;

import io.kash.surgery.problem.Problem;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * All environments of one file.
 *
 * @param source where they were read, for messages
 */
public record Environments(String source, Map<String, Environment> byName) {
    public Environments {
        byName = Collections.unmodifiableMap(new TreeMap<>(byName));
    }

    /** @throws io.kash.surgery.problem.ProblemException of kind USAGE that lists the names there are */
    public Environment named(String name) {
        Environment found = byName.get(name);
        if (found == null) {
            throw Problem.usage(
                            "there is no environment '" + name + "'",
                            source,
                            byName.isEmpty() ? "the file names none" : "it names " + String.join(", ", byName.keySet()),
                            "env list")
                    .asException();
        }
        return found;
    }
}
