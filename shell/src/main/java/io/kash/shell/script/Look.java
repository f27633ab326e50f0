package io.kash.shell.script;

import com.fasterxml.jackson.databind.JsonNode;
import io.kash.commands.terminal.Line;
import io.kash.commands.verb.Outcome;
import java.util.List;

/** What a reading command showed when it was asked. */
sealed interface Look {
    /** It answered. */
    record Seen(JsonNode document) implements Look {}

    /** It ended otherwise, after saying this. */
    record Failed(Outcome outcome, List<Line> notes) implements Look {
        public Failed {
            notes = List.copyOf(notes);
        }
    }
}
