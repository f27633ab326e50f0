package io.kash.surgery.placement.offline;

import io.kash.surgery.placement.Layout;
import io.kash.surgery.placement.LayoutBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * A cluster in a file:
 *
 * <pre>
 * {"brokers": [{"id": 1, "rack": "a"}, …],
 *  "topics": [{"name": "orders", "partitions": [
 *      {"id": 0, "replicas": [1, 2, 3], "sizeBytes": 1000, "addingReplicas": [2], "removingReplicas": [3]}, …]}, …]}
 * </pre>
 *
 * {@code replicas} is what Kafka shows: while a reassignment runs, those it takes away are still in it. A rack may be left
 * out; the last two fields mostly are. Fields of other names are passed over.
 */
public final class ClusterFile {
    private final LayoutBuilder builder = new LayoutBuilder();
    private final Set<String> topics = new HashSet<>();
    private final BitSet partitions = new BitSet();
    private int[] replicas = new int[16];
    private int[] removing = new int[16];

    private ClusterFile() {}

    /** @throws io.kash.surgery.problem.ProblemException of kind USAGE when it is not such a file */
    public static Layout read(Path file) {
        ClusterFile reader = new ClusterFile();
        Reading.of(file, reader::cluster);
        return reader.builder.build();
    }

    private void cluster(Reading reading) throws IOException {
        reading.beginObject();
        boolean brokersSeen = false;
        boolean topicsSeen = false;
        for (String field = reading.field(); !field.isEmpty(); field = reading.field()) {
            if (field.equals("brokers")) {
                reading.each(this::broker);
                brokersSeen = true;
            } else if (field.equals("topics")) {
                reading.each(this::topic);
                topicsSeen = true;
            } else {
                reading.skip();
            }
        }
        require(reading, brokersSeen, "brokers");
        require(reading, topicsSeen, "topics");
    }

    private void broker(Reading reading) throws IOException {
        reading.beginObject();
        int id = -1;
        String rack = Layout.NO_RACK;
        for (String field = reading.field(); !field.isEmpty(); field = reading.field()) {
            if (field.equals("id")) {
                id = reading.id();
            } else if (field.equals("rack")) {
                rack = reading.textOr(Layout.NO_RACK);
            } else {
                reading.skip();
            }
        }
        require(reading, id >= 0, "id");
        if (!builder.broker(id, rack)) {
            throw reading.wrong("broker " + id + " is listed twice");
        }
    }

    private void topic(Reading reading) throws IOException {
        reading.beginObject();
        boolean named = false;
        boolean listed = false;
        partitions.clear();
        for (String field = reading.field(); !field.isEmpty(); field = reading.field()) {
            if (field.equals("name")) {
                String name = reading.text();
                if (!topics.add(name)) {
                    throw reading.wrong("topic " + name + " is listed twice");
                }
                builder.topic(name);
                named = true;
            } else if (field.equals("partitions")) {
                require(reading, named, "name, before the partitions");
                reading.each(this::partition);
                listed = true;
            } else {
                reading.skip();
            }
        }
        require(reading, named, "name");
        require(reading, listed, "partitions");
    }

    private void partition(Reading reading) throws IOException {
        reading.beginObject();
        int id = -1;
        int count = -1;
        int leaving = 0;
        long size = -1;
        boolean adding = false;
        for (String field = reading.field(); !field.isEmpty(); field = reading.field()) {
            switch (field) {
                case "id" -> id = reading.id();
                case "sizeBytes" -> size = reading.number();
                case "replicas" -> {
                    count = reading.ids();
                    replicas = copy(reading.numbers(), count, replicas);
                }
                case "removingReplicas" -> {
                    leaving = reading.ids();
                    removing = copy(reading.numbers(), leaving, removing);
                }
                case "addingReplicas" -> adding = reading.ids() > 0;
                default -> reading.skip();
            }
        }
        require(reading, id >= 0, "id");
        require(reading, count >= 0, "replicas");
        require(reading, size >= 0, "sizeBytes");
        if (partitions.get(id)) {
            throw reading.wrong("partition " + id + " is listed twice");
        }
        partitions.set(id);
        int staying = without(count, leaving);
        if (staying == 0) {
            throw reading.wrong("partition " + id + " has no replica that stays");
        }
        for (int i = 1; i < staying; i++) {
            for (int before = 0; before < i; before++) {
                if (replicas[i] == replicas[before]) {
                    throw reading.wrong("partition " + id + " names broker " + replicas[i] + " twice");
                }
            }
        }
        builder.partition(id, replicas, staying, size, adding || leaving > 0);
    }

    /** Drops what is being removed from the replicas, and keeps their order. */
    private int without(int count, int leaving) {
        if (leaving == 0) {
            return count;
        }
        int kept = 0;
        for (int i = 0; i < count; i++) {
            boolean stays = true;
            for (int j = 0; j < leaving; j++) {
                stays &= replicas[i] != removing[j];
            }
            if (stays) {
                replicas[kept++] = replicas[i];
            }
        }
        return kept;
    }

    private static int[] copy(int[] from, int count, int[] into) {
        int[] room = count > into.length ? Arrays.copyOf(into, count) : into;
        System.arraycopy(from, 0, room, 0, count);
        return room;
    }

    private static void require(Reading reading, boolean there, String what) {
        if (!there) {
            throw reading.wrong("it has no " + what);
        }
    }
}
