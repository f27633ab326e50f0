package io.kash.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.NodeState.Life;
import io.kash.lab.cluster.Answer;
import io.kash.lab.cluster.Clients;
import io.kash.lab.cluster.FourLetterWord;
import io.kash.lab.waiting.Deadline;
import io.kash.lab.waiting.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the environments file names as hooks, run as the product runs it: as a process. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HooksIT {
    private static final Duration BOUND = Duration.ofSeconds(60);

    private final Lab lab = Lab.start(LabSpec.bare());

    @AfterAll
    void stop() {
        lab.close();
    }

    @Test
    void a_broker_restarts_with_what_chef_gives_it_now() throws Exception {
        Files.writeString(
                Files.createDirectories(lab.chef()).resolve("broker.properties"), "message.max.bytes=1234567\n");
        long before = pid("broker-2");

        Ran restart = hook("restart", "broker", "2");

        assertThat(restart).isEqualTo(new Ran(0, "broker-2 restarted\n"));
        assertThat(pid("broker-2")).isNotEqualTo(before);
        assertThat(Waiting.until(() -> setting(2, "message.max.bytes").equals("1234567"), Deadline.in(BOUND)))
                .isTrue();
        assertThat(setting(1, "message.max.bytes")).isNotEqualTo("1234567");
    }

    @Test
    void a_zookeeper_server_restarts_with_the_configuration_chef_gives_it() throws Exception {
        String given = Files.readString(lab.configurationOf("zk-1")) + "maxSessionTimeout=54321\n";
        Files.writeString(Files.createDirectories(lab.chef()).resolve("zk-1.cfg"), given);

        assertThat(hook("restart", "zookeeper", "1")).isEqualTo(new Ran(0, "zk-1 restarted\n"));

        assertThat(Waiting.until(
                        () -> FourLetterWord.ask(node("zk-1").node().endpoint(), "conf")
                                .filter(answer -> answer.contains("maxSessionTimeout=54321"))
                                .isPresent(),
                        Deadline.in(BOUND)))
                .isTrue();
    }

    @Test
    void a_server_is_stopped_and_stays_down() throws Exception {
        assertThat(hook("stop", "zookeeper", "3")).isEqualTo(new Ran(0, "zk-3 stopped\n"));

        assertThat(node("zk-3").life()).isEqualTo(Life.ENDED);
        lab.startNode("zk-3");
    }

    @Test
    void which_process_a_server_is_can_be_asked_while_it_has_one() throws Exception {
        assertThat(hook("started", "broker", "3")).isEqualTo(new Ran(0, "process " + pid("broker-3") + "\n"));
        lab.kill("broker-3");

        assertThat(hook("started", "broker", "3")).isEqualTo(new Ran(1, "broker-3 does not run\n"));
        lab.startNode("broker-3");
    }

    @Test
    void what_is_not_there_fails_with_a_sentence() throws Exception {
        Ran ran = hook("restart", "broker", "77");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.said()).contains("there is no broker 77 in the lab");
        assertThat(hook("reboot", "broker", "1").said()).contains("it neither restarts nor stops");
    }

    private record Ran(int exit, String said) {}

    /** With the script of the environments file. */
    private Ran hook(String verb, String kind, String id) throws IOException, InterruptedException {
        Matcher named =
                Pattern.compile("restart: \\[\"([^\"]+)\", restart,").matcher(Files.readString(lab.environmentsFile()));
        assertThat(named.find()).isTrue();
        List<String> words = new ArrayList<>(List.of(Path.of(named.group(1)).toString(), verb, kind, id));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), said);
    }

    private String setting(int broker, String key) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.BROKER, String.valueOf(broker));
        try (Admin admin = new Clients(lab.bootstrap()).admin()) {
            return Answer.of(admin.describeConfigs(List.of(resource)).all(), "ask " + broker).values().stream()
                    .map(config -> config.get(key).value())
                    .collect(Collectors.joining());
        } catch (LabException notYet) {
            return "";
        }
    }

    private long pid(String name) {
        return node(name).pid();
    }

    private NodeState node(String name) {
        return lab.nodes().stream()
                .filter(state -> state.node().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
