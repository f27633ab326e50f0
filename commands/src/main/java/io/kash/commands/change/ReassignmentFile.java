package io.kash.commands.change;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.movement.Move;
import io.kash.surgery.movement.MoveReplicas;
import io.kash.surgery.plan.Plan;
import java.io.IOException;
import java.io.OutputStream;

/** The moves of a plan in the format of Kafka's own tool: to be reviewed, kept, or run without kash. */
final class ReassignmentFile {
    private final Plan plan;

    ReassignmentFile(Plan plan) {
        this.plan = plan;
    }

    void write(OutputStream out) throws IOException {
        try (JsonGenerator json =
                new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartObject();
            json.writeNumberField("version", 1);
            json.writeArrayFieldStart("partitions");
            for (var step : plan.steps()) {
                if (step instanceof MoveReplicas moves) {
                    for (Move move : moves.moves()) {
                        write(move, json);
                    }
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write('\n');
    }

    private static void write(Move move, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("topic", move.partition().topic());
        json.writeNumberField("partition", move.partition().partition());
        json.writeFieldName("replicas");
        int[] brokers = move.to().stream().mapToInt(BrokerId::value).toArray();
        json.writeArray(brokers, 0, brokers.length);
        json.writeEndObject();
    }
}
