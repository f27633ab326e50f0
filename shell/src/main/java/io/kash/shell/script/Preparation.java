package io.kash.shell.script;

import io.kash.shell.grammar.StrictParser;
import io.kash.shell.grammar.Tokenizer;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads every line of a script before the first one runs: the mistake in line 40 is found while nothing has changed. */
final class Preparation {
    private final StrictParser parser;
    private final List<Prepared> lines = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private Preparation(StrictParser parser) {
        this.parser = parser;
    }

    static Preparation of(Script script, Map<String, String> variables, StrictParser parser) {
        Preparation preparation = new Preparation(parser);
        script.lines().forEach(line -> preparation.add(script, line, variables));
        return preparation;
    }

    /** The lines, if there is no problem. */
    List<Prepared> lines() {
        return List.copyOf(lines);
    }

    /** All problems, in the order of the lines. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    private void add(Script script, ScriptLine line, Map<String, String> variables) {
        try {
            List<String> words =
                    Tokenizer.script(name -> value(name, variables)).words(line.text());
            parser.check(words);
            lines.add(new Prepared(line, words));
        } catch (ProblemException e) {
            problems.add(at(script, line, e.problem()));
        }
    }

    private static String value(String name, Map<String, String> variables) {
        String value = variables.get(name);
        if (value == null) {
            String given = variables.isEmpty() ? "none is given" : "given: " + String.join(", ", variables.keySet());
            throw Problem.usage("there is no variable '" + name + "'", "", given, "run … --set " + name + "=<value>")
                    .asException();
        }
        return value;
    }

    private static Problem at(Script script, ScriptLine line, Problem problem) {
        return new Problem(
                problem.kind(), problem.what(), script.name() + ":" + line.number(), problem.why(), problem.next());
    }
}
