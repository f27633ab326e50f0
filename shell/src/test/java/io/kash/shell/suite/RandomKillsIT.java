package io.kash.shell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kash.lab.Lab;
import io.kash.lab.LabSpec;
import io.kash.lab.cluster.ClusterFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shell is killed with SIGKILL at random moments of real moves, under traffic. Each time somebody on another machine
 * finishes the job: another home directory, no local file of the dead shell. How often, and with which seed:
 * {@code -Dkash.kills=30 -Dkash.seed=4711}; a few belong to every build.
 */
class RandomKillsIT {
    private static final List<Integer> OLD = List.of(1, 2, 3);
    private static final List<Integer> NEW = List.of(11, 12, 13);
    private static final int TIMED_OUT = 7;
    private static final int KILLS = Integer.getInteger("kash.kills", 2);
    private static final long SEED = Long.getLong("kash.seed", System.nanoTime());
    /** Longer than planning and shorter than the move, on a busy machine too. */
    private static final Duration LATEST = Duration.ofSeconds(25);

    /** What an operator has set for reasons of their own, on a broker and a topic that every move touches. */
    private static final ConfigResource BROKER = new ConfigResource(ConfigResource.Type.BROKER, "2");

    private static final ConfigResource TOPIC = new ConfigResource(ConfigResource.Type.TOPIC, "audit");

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);

    @Test
    void afterEveryDeathSomebodyElseCompletesTheMoveAndNothingIsLostOrLeft() throws Exception {
        try (Lab lab = Lab.start(LabSpec.move().withThrottle("20MB/s"));
                Admin admin = Admin.create(Map.of("bootstrap.servers", lab.bootstrap()))) {
            set(admin, BROKER, "leader.replication.throttled.rate", "77000000");
            set(admin, TOPIC, "leader.replication.throttled.replicas", "0:1");
            Map<String, String> others = settings(admin);
            int inTime = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                List<Integer> from = kill % 2 == 0 ? OLD : NEW;
                List<Integer> to = kill % 2 == 0 ? NEW : OLD;
                boolean struck = killAndFinish(lab, kill, from, to);
                inTime += struck ? 1 : 0;
                ClusterFacts facts = lab.facts();
                assertThat(facts.replicasOn(from))
                        .as("replicas left, " + where(kill))
                        .isZero();
                assertThat(facts.reassigning())
                        .as("reassignments, " + where(kill))
                        .isEmpty();
                assertThat(settings(admin)).as("settings, " + where(kill)).isEqualTo(others);
                // A long proof: whoever waits for it reads in the log how far it is.
                System.out.printf("%s: completed%s%n", where(kill), struck ? "" : ", though it struck no running move");
            }
            var report = lab.traffic().finish();
            assertThat(report.lost()).as("acknowledged records lost").isZero();
            assertThat(report.offsetsWentBack()).as("offsets that went back").isEmpty();
            // By chance some strike too early or too late; of a few, all may. Of many, most do not.
            assertThat(inTime).as("kills that struck a running move").isGreaterThanOrEqualTo(KILLS / 3);
            // The figure the proof is run for, and the seed to run it again.
            System.out.printf("%d kills, %d of them in a running move, seed %d: all completed%n", KILLS, inTime, SEED);
        }
    }

    private static String where(int kill) {
        return "kill " + kill + " of seed " + SEED;
    }

    /** True when the move was under way when its shell died. */
    private boolean killAndFinish(Lab lab, int kill, List<Integer> from, List<Integer> to) throws IOException {
        Product first = new Product(lab.environmentsFile(), "lab", home("first-" + kill));
        Product other = new Product(lab.environmentsFile(), "lab", home("other-" + kill));
        Product.Running move =
                first.start("topics", "move", "--from", commas(from), "--to", commas(to), "--confirm", "lab");
        long millis = random.nextLong(LATEST.toMillis());
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
        move.kill();
        List<String> left = unfinished(other);
        if (left.isEmpty()) {
            // Too early, so that nothing was begun, or too late: the command is typed (again) and ends the same way.
            Result again = other.run("topics", "move", "--from", commas(from), "--to", commas(to), "--confirm", "lab");
            assertThat(again.code())
                    .as(where(kill) + ", killed after " + millis + " ms: " + again.err())
                    .isZero();
            return false;
        }
        assertThat(left).as("unfinished operations, " + where(kill)).hasSize(1);
        Result resumed = resumed(other, left.get(0));
        assertThat(resumed.code())
                .as(where(kill) + ", killed after " + millis + " ms: " + resumed.err())
                .isZero();
        assertThat(resumed.out()).contains("Done and verified: " + left.get(0));
        return true;
    }

    /** On a machine that is too busy to answer it is asked again, as its message says. */
    private static Result resumed(Product product, String operation) {
        Result result = product.run("ops", "resume", operation);
        for (int again = 0; again < 3 && result.code() == TIMED_OUT; again++) {
            result = product.run("ops", "resume", operation);
        }
        return result;
    }

    private Path home(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    private static List<String> unfinished(Product product) throws IOException {
        JsonNode operations = new ObjectMapper()
                .readTree(product.run("ops", "list", "--output", "json").out())
                .path("operations");
        List<String> unfinished = new ArrayList<>();
        for (JsonNode operation : operations) {
            if (!operation.path("state").asText().equals("done")) {
                unfinished.add(operation.path("id").asText());
            }
        }
        return unfinished;
    }

    private static void set(Admin admin, ConfigResource resource, String key, String value)
            throws ExecutionException, InterruptedException {
        admin.incrementalAlterConfigs(Map.of(
                        resource, List.of(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET))))
                .all()
                .get();
    }

    /** Every dynamic setting of all brokers and topics, as text. */
    private static Map<String, String> settings(Admin admin) throws ExecutionException, InterruptedException {
        List<ConfigResource> all = new ArrayList<>();
        admin.describeCluster()
                .nodes()
                .get()
                .forEach(node -> all.add(new ConfigResource(ConfigResource.Type.BROKER, node.idString())));
        admin.listTopics()
                .names()
                .get()
                .forEach(topic -> all.add(new ConfigResource(ConfigResource.Type.TOPIC, topic)));
        Map<String, String> settings = new TreeMap<>();
        admin.describeConfigs(all).all().get().forEach((resource, config) -> config.entries().stream()
                .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_BROKER_CONFIG
                        || entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .forEach(entry -> settings.put(resource + " " + entry.name(), String.valueOf(entry.value()))));
        return settings;
    }

    private static String commas(List<Integer> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
