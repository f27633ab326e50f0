package io.kash.completions.values;

import java.util.List;

/** Everything TAB knows about values. Answers from memory at once and never waits for a cluster. */
public interface Values {
    /** The values of a type known now, in the order to offer them; empty when there are none or none are known yet. */
    List<Value> of(Class<?> type);
}
