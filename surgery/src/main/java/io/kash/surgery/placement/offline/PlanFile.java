package io.kash.surgery.placement.offline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import io.kash.surgery.placement.Layout;
import io.kash.surgery.placement.Placed;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A plan in the format of Kafka's own tool, {@code kafka-reassign-partitions --reassignment-json-file}: only partitions
 * that change, in the order of the cluster file.
 */
public final class PlanFile {
    private static final SerializedString TOPIC = new SerializedString("topic");
    private static final SerializedString PARTITION = new SerializedString("partition");
    private static final SerializedString REPLICAS = new SerializedString("replicas");

    private PlanFile() {}

    /** Writes the plan; the stream stays open. */
    public static void write(Placed placed, OutputStream out) throws IOException {
        Layout layout = placed.layout();
        int[] row = new int[16];
        int[] filled = {0};
        try (JsonGenerator json =
                new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartObject();
            json.writeNumberField("version", 1);
            json.writeArrayFieldStart("partitions");
            SerializedString name = new SerializedString("");
            int topic = -1;
            for (int partition = 0; partition < layout.partitions(); partition++) {
                if (!placed.changes(partition)) {
                    continue;
                }
                if (layout.topicOf(partition) != topic) {
                    topic = layout.topicOf(partition);
                    name = new SerializedString(layout.topic(topic));
                }
                json.writeStartObject();
                json.writeFieldName(TOPIC);
                json.writeString(name);
                json.writeFieldName(PARTITION);
                json.writeNumber(layout.numberOf(partition));
                json.writeFieldName(REPLICAS);
                int count = layout.end(partition) - layout.start(partition);
                if (count > row.length) {
                    row = new int[count];
                }
                int[] brokers = row;
                filled[0] = 0;
                placed.brokers(partition, broker -> brokers[filled[0]++] = layout.brokerId(broker));
                json.writeArray(row, 0, count);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write('\n');
    }
}
