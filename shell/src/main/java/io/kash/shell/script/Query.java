package io.kash.shell.script;

import com.fasterxml.jackson.databind.JsonNode;
import io.burt.jmespath.Expression;
import io.burt.jmespath.jackson.JacksonRuntime;
import io.burt.jmespath.parser.ParseException;
import io.kash.completions.signature.ValueType;

/** A JMESPath expression (jmespath.org) that is known to be one. */
record Query(String text, Expression<JsonNode> expression) {
    static final ValueType<Query> TYPE = new ValueType<>(Query.class, "JMESPath", Query::of);

    private static final JacksonRuntime RUNTIME = new JacksonRuntime();

    private static Query of(String text) {
        try {
            return new Query(text, RUNTIME.compile(text));
        } catch (ParseException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        }
    }

    JsonNode on(JsonNode document) {
        return expression.search(document);
    }

    /** False in JMESPath: false, null, and what is empty. A zero is true. */
    static boolean truthy(JsonNode value) {
        return RUNTIME.isTruthy(value);
    }
}
