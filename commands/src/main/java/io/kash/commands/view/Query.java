package io.kash.commands.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.burt.jmespath.Expression;
import io.burt.jmespath.JmesPathException;
import io.burt.jmespath.jackson.JacksonRuntime;
import io.kash.completions.signature.ValueType;
import io.kash.surgery.problem.Problem;

/** A JMESPath expression, the query language of the AWS command line. */
public final class Query {
    public static final ValueType<Query> TYPE = new ValueType<>(Query.class, "JMESPath", Query::of);
    private static final JacksonRuntime RUNTIME = new JacksonRuntime();

    private final String text;
    private final Expression<JsonNode> expression;

    private Query(String text, Expression<JsonNode> expression) {
        this.text = text;
        this.expression = expression;
    }

    /** @throws IllegalArgumentException when the text is not JMESPath; the message says where it goes wrong */
    public static Query of(String text) {
        try {
            return new Query(text, RUNTIME.compile(text));
        } catch (JmesPathException e) {
            throw new IllegalArgumentException("'" + text + "' is not JMESPath: " + oneLine(e), e);
        }
    }

    /** @throws io.kash.surgery.problem.ProblemException of kind USAGE when it cannot be applied to such a tree */
    public JsonNode search(JsonNode tree) {
        try {
            return expression.search(tree);
        } catch (JmesPathException e) {
            throw Problem.usage("the query cannot be answered", text, oneLine(e), "look at it with --output json")
                    .asException(e);
        }
    }

    /** Whether it finds what JMESPath calls true: anything but false, null and what is empty. */
    public boolean holds(JsonNode tree) {
        return RUNTIME.isTruthy(search(tree));
    }

    @Override
    public String toString() {
        return text;
    }

    private static String oneLine(JmesPathException e) {
        return String.valueOf(e.getMessage())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }
}
