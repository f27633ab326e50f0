package io.kash.surgery.placement.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kash.surgery.placement.BalancedPlacement;
import io.kash.surgery.placement.Layout;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflinePlanTest {
    private static final String CLUSTER =
            """
            {"name": "small",
             "brokers": [{"id": 1, "rack": "a"}, {"id": 2, "rack": "b"}, {"id": 11, "rack": "a"}, {"id": 12, "rack": "b"}],
             "topics": [{"name": "orders", "minIsr": 1, "partitions": [
               {"id": 0, "replicas": [1, 2], "sizeBytes": 100},
               {"id": 1, "replicas": [2, 1], "sizeBytes": 300},
               {"id": 2, "replicas": [1, 2, 12], "sizeBytes": 50, "addingReplicas": [12], "removingReplicas": [2]}]}]}
            """;

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private String plan(String cluster, String task) throws IOException {
        Layout layout = ClusterFile.read(file("cluster.json", cluster));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PlanFile.write(new BalancedPlacement().place(layout, TaskFile.read(file("task.json", task), layout)), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private Problem problem(String cluster, String task) {
        return catchThrowableOfType(ProblemException.class, () -> plan(cluster, task))
                .problem();
    }

    @Test
    void a_plan_is_the_same_to_the_byte_whenever_it_is_made() throws IOException {
        String task = "{\"task\": \"replace\", \"remove\": [1, 2], \"targets\": [11, 12], \"added\": [11, 12]}";

        assertThat(plan(CLUSTER, task))
                .isEqualTo("{\"version\":1,\"partitions\":["
                        + "{\"topic\":\"orders\",\"partition\":0,\"replicas\":[11,12]},"
                        + "{\"topic\":\"orders\",\"partition\":1,\"replicas\":[12,11]},"
                        + "{\"topic\":\"orders\",\"partition\":2,\"replicas\":[11,12]}]}\n");
    }

    @Test
    void a_partition_on_its_way_that_need_not_move_again_is_left_alone() throws IOException {
        String task = "{\"task\": \"drain\", \"remove\": [2], \"targets\": [1, 11, 12]}";

        assertThat(plan(CLUSTER, task)).doesNotContain("\"partition\":2");
    }

    @Test
    void what_is_not_json_is_named_with_its_line() {
        assertThat(problem("{\"brokers\": [\n oops", ""))
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.USAGE))
                .satisfies(problem -> assertThat(problem.what()).isEqualTo("it is not JSON"))
                .satisfies(problem -> assertThat(problem.where()).endsWith("cluster.json line 2"));
    }

    @Test
    void a_field_of_another_type_is_named_with_its_line() {
        assertThat(problem(CLUSTER.replace("300", "\"300\""), ""))
                .isEqualTo(Problem.usage(
                        "/topics/0/partitions/1/sizeBytes is not what it should be",
                        folder.resolve("cluster.json") + " line 5",
                        "it has to be a whole number",
                        ""));
    }

    @Test
    void a_broker_twice_in_one_partition_is_refused() {
        assertThat(problem(CLUSTER.replace("[2, 1]", "[2, 2]"), "").why())
                .isEqualTo("partition 1 names broker 2 twice");
    }

    @Test
    void a_file_that_ends_too_early_is_refused() {
        assertThat(problem(CLUSTER.substring(0, CLUSTER.length() - 4), "").what())
                .isEqualTo("it is not JSON");
    }

    @Test
    void a_task_for_brokers_of_another_cluster_is_refused() {
        assertThat(problem(CLUSTER, "{\"task\": \"drain\", \"remove\": [7], \"targets\": [1]}"))
                .isEqualTo(Problem.usage(
                        "/remove/0 is not what it should be",
                        folder.resolve("task.json") + " line 1",
                        "the cluster has no broker 7",
                        ""));
    }

    @Test
    void a_broker_to_be_removed_is_no_target() {
        assertThat(problem(CLUSTER, "{\"task\": \"drain\", \"remove\": [1], \"targets\": [1, 2]}")
                        .why())
                .isEqualTo("broker 1 is to be removed and a target");
    }

    @Test
    void a_task_of_another_name_is_refused_with_the_names_there_are() {
        assertThat(problem(CLUSTER, "{\"task\": \"dance\", \"targets\": [1]}").why())
                .isEqualTo("'dance' is no task; tasks are replace, shrink, replace3rd, drain, rebalance and tidy");
    }

    @Test
    void a_file_that_is_not_there_is_said_so() {
        Problem problem = catchThrowableOfType(
                        ProblemException.class, () -> ClusterFile.read(folder.resolve("none.json")))
                .problem();

        assertThat(problem.what()).isEqualTo("there is no such file");
    }
}
