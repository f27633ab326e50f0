package io.kash.commands.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kash.commands.fake.FakeSession;
import io.kash.commands.fake.Typed;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanOfflineTest {
    @TempDir
    private Path folder;

    private final FakeSession nowhere = FakeSession.nowhere();

    @BeforeEach
    void aCluster() throws IOException {
        write(
                "cluster.json",
                """
                {"brokers": [{"id": 1, "rack": "a"}, {"id": 2, "rack": "b"}, {"id": 11, "rack": "a"}, {"id": 12, "rack": "b"},
                             {"id": 21, "rack": "a"}, {"id": 22, "rack": "b"}],
                 "topics": [{"name": "orders", "partitions": [
                   {"id": 0, "replicas": [1, 2], "sizeBytes": 1048576},
                   {"id": 1, "replicas": [2, 1], "sizeBytes": 1048576},
                   {"id": 2, "replicas": [11, 12], "sizeBytes": 1048576},
                   {"id": 3, "replicas": [12, 11], "sizeBytes": 1048576}]}]}
                """);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private Outcome plan(String task) throws IOException {
        write("task.json", task);
        return Typed.run(new PlanOffline(nowhere), path("cluster.json"), path("task.json"), "--out", path("plan.json"));
    }

    @Test
    void a_plan_is_written_and_what_it_comes_to_is_shown() throws IOException {
        Outcome outcome = plan("{\"task\": \"rebalance\", \"remove\": [], \"targets\": [1, 2, 11, 12, 21, 22]}");

        assertThat(outcome).isEqualTo(Outcome.DONE);
        assertThat(nowhere.recording().notes())
                .startsWith("2 replicas move, 2 MiB; ")
                .contains("RACK  BROKERS  REPLICAS  LEADERS  BYTES APART\n")
                .endsWith("Written to " + path("plan.json")
                        + ", for kafka-reassign-partitions --execute --reassignment-json-file.\n");
        assertThat(Files.readString(folder.resolve("plan.json"))).startsWith("{\"version\":1,\"partitions\":[{");
    }

    @Test
    void what_stays_uneven_is_said_with_its_reason() throws IOException {
        plan("{\"task\": \"drain\", \"remove\": [22], \"targets\": [1, 2, 11, 12, 21]}");

        assertThat(nowhere.recording().notes())
                .contains("Uneven because only what has to move is moved; \"level\": true in the task evens it out.\n");
    }

    @Test
    void only_the_owner_can_read_it() throws IOException {
        plan("{\"task\": \"drain\", \"remove\": [1], \"targets\": [2, 11, 12, 21, 22]}");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("plan.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_plan_that_is_there_is_written_over() throws IOException {
        write("plan.json", "{\"version\":1,\"partitions\":[]}");

        assertThat(plan("{\"task\": \"drain\", \"remove\": [1], \"targets\": [2, 11, 12, 21, 22]}"))
                .isEqualTo(Outcome.DONE);
    }

    @Test
    void a_file_that_is_no_plan_is_not_touched() throws IOException {
        write("plan.json", "notes");

        Problem problem = catchThrowableOfType(
                        ProblemException.class,
                        () -> plan("{\"task\": \"drain\", \"remove\": [1], \"targets\": [2, 11, 12]}"))
                .problem();

        assertThat(problem)
                .isEqualTo(Problem.usage(
                        "it is there already, and it is no plan",
                        path("plan.json"),
                        "only a plan is written over by a plan",
                        "name another file"));
        assertThat(folder.resolve("plan.json")).hasContent("notes");
    }

    @Test
    void brokers_too_few_are_refused_and_nothing_is_written() throws IOException {
        assertThat(plan("{\"task\": \"shrink\", \"remove\": [1, 2, 11, 12], \"targets\": [21]}"))
                .isEqualTo(Outcome.REFUSED);

        assertThat(nowhere.recording().notes())
                .isEqualTo(
                        """
                Refused, nothing was written:
                  x 4 partitions cannot have all replicas on brokers of their own, the first is orders-0
                    lift   name more brokers in targets
                """);
        assertThat(folder.resolve("plan.json")).doesNotExist();
    }
}
