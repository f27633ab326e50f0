package io.kash.shell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.ExtraListener;
import io.kash.lab.Lab;
import io.kash.lab.LabSpec;
import io.kash.lab.TopicSpec;
import io.kash.lab.terminal.AtTerminal;
import io.kash.shell.fake.Modes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.zookeeper.ZooKeeper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A secret of its own goes into every place kash takes one, or may be given one by mistake; then real work is done, and
 * every file kash wrote, every node it left and everything it printed is searched for each of them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(180)
class PlantedSecretsIT {
    private static final String PROMPT = "› ";

    @TempDir
    static Path home;

    private final Canaries canaries = new Canaries();
    private final String variable = canaries.plant("password-in-a-variable");
    private final String file = canaries.plant("password-in-a-file");
    private final String wrong = canaries.plant("wrong-password");
    private final String quoted = canaries.plant("password-behind-a-quote");
    private final String token = canaries.plant("consul-token");
    private final String badToken = canaries.plant("consul-token-of-two-lines");
    private Lab lab;

    @BeforeAll
    void aLabThatWantsPasswords() throws IOException {
        lab = Lab.start(LabSpec.bare()
                .withQuorum(1)
                .withNewBrokers(1)
                .withTopics(List.of(new TopicSpec("orders", 1, 10_000)))
                .withExtraListener(new ExtraListener("SECURE", "SASL_PLAINTEXT"))
                .withBrokerProperty("listener.name.secure.sasl.enabled.mechanisms", "PLAIN")
                .withBrokerProperty(
                        "listener.name.secure.plain.sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required user_one=\"" + variable
                                + "\" user_two=\"" + file + "\";"));
        Files.writeString(home.resolve("password"), file + "\n");
        Files.writeString(home.resolve("token"), badToken + "\nanother line\n");
        client("lab", "one", "${env:KASH_SASL_PASSWORD}");
        client("file", "two", "${file:password}");
        client("wrong", "one", "${env:KASH_WRONG_PASSWORD}");
        client("quoted", "one", "${env:KASH_QUOTED_PASSWORD}");
        client("consul", "one", "${env:KASH_SASL_PASSWORD}");
        Files.writeString(
                home.resolve("environments.yaml"),
                "environments:\n"
                        + environment("lab", "zookeeper", "${env:KASH_CONSUL_TOKEN}")
                        + environment("file", "local", "${env:KASH_CONSUL_TOKEN}")
                        + environment("wrong", "local", "${env:KASH_CONSUL_TOKEN}")
                        + environment("quoted", "local", "${env:KASH_CONSUL_TOKEN}")
                        + environment("consul", "consul", "${file:token}"));
    }

    @AfterAll
    void close() {
        lab.close();
    }

    @Test
    @Order(1)
    void passwords_by_reference_open_the_door_and_wrong_ones_are_not_repeated() {
        assertThat(run("lab", "topics", "list").code()).isZero();
        assertThat(run("file", "topics", "list").code()).isZero();
        assertThat(run("wrong", "topics", "list").err()).contains("Invalid username or password");
        assertThat(run("quoted", "topics", "list").err()).contains("sasl.jaas.config is not of the form");
        assertThat(run("consul", "ops", "list").err()).contains("Consul's token cannot be used");
    }

    @Test
    @Order(2)
    void secrets_on_a_command_line_go_no_further() throws IOException {
        Files.writeString(home.resolve("given.ksh"), "topics list --topics ${password}\n");

        Result option = run("lab", "topics", "list", "--password", canaries.plant("value-of-an-option"));
        Result script = run("lab", "run", "given.ksh", "--set", "password=" + canaries.plant("value-for-a-script"));

        assertThat(option.code()).isEqualTo(64);
        assertThat(script.code()).as("%s", script).isZero();
    }

    @Test
    @Order(3)
    void whatever_is_typed_at_a_terminal_is_gone_with_it() throws IOException {
        String early = canaries.plant("typed-instead-of-a-command");
        String hidden = canaries.plant("typed-behind-a-blank");
        String option = canaries.plant("typed-as-an-option");
        String answer = canaries.plant("typed-as-an-answer");
        String move = "topics move --from 1 --to 11 --topics orders";
        try (AtTerminal terminal = AtTerminal.start(home, 120, command("lab"))) {
            enter(terminal, "record start session.ksh");
            enter(terminal, early);
            enter(terminal, " topics list --topics " + hidden);
            enter(terminal, "topics list --password=" + option);
            enter(terminal, "topics list");
            enter(terminal, move);
            terminal.await("Type yes to go on:");
            terminal.type(answer + "\r");
            terminal.await("no consent was given");
            enter(terminal, move);
            terminal.await("Type yes to go on:");
            terminal.type("yes\r");
            enter(terminal, "record stop");
            enter(terminal, "exit");
            assertThat(terminal.exitCode()).isZero();
            // What was typed, its own echo shows.
            assertThat(canaries.in(terminal.everything())).allMatch(name -> name.startsWith("typed-"));
        }
        assertThat(home.resolve("session.ksh")).content().contains("topics list\n", move + "\n");
        assertThat(home.resolve("state/kash/history/lab")).content().contains(":topics list\n", ":" + move + "\n");
    }

    @Test
    @Order(4)
    void the_private_key_stays_in_its_file() throws IOException {
        Result made = run("lab", "operator", "init");

        assertThat(made.code()).as("%s", made).isZero();
        canaries.plant("private-key", Files.readAllLines(key()).get(1));
        assertThat(run("lab", "operator", "show").code()).isZero();
        assertThat(Modes.of(key())).isEqualTo("rw-------");
    }

    @Test
    @Order(5)
    void no_secret_is_found_in_any_file_any_node_or_anything_printed() throws Exception {
        Result audit = run("lab", "audit", "show", "--since", "1h", "--output", "json");
        String id = run("lab", "ops", "list", "--output", "tsv")
                .out()
                .lines()
                .toList()
                .get(1)
                .split("\t", 2)[0];
        Result operation = run("lab", "ops", "show", id, "--output", "json");

        // Everything is there that could have kept one.
        assertThat(audit.out()).contains("run [withheld: it may hold a secret]", "topics list [withheld");
        assertThat(operation.out()).contains("typed yes");
        assertThat(Canaries.all(home).stream().map(path -> home.relativize(path).toString()))
                .anyMatch(name -> name.startsWith("state/kash/audit/lab"))
                .anyMatch(name -> name.startsWith("state/kash/evidence/lab/"))
                .anyMatch(name -> name.startsWith("state/kash/log/"));
        assertThat(canaries.inFilesBelow(home, Set.of(home.resolve("password"), home.resolve("token"), key())))
                .isEmpty();
        ZooKeeper zookeeper = new ZooKeeper(lab.zookeeperConnect(), 10_000, event -> {});
        try {
            assertThat(zookeeper.getChildren("/kash/lab", false)).isNotEmpty();
            assertThat(canaries.inNodesBelow(zookeeper, "/kash")).isEmpty();
        } finally {
            zookeeper.close();
        }
    }

    @Test
    @Order(6)
    void nobody_else_can_read_what_is_kept() throws IOException {
        List<String> open = new ArrayList<>();
        for (Path path : Canaries.all(home.resolve("state"))) {
            String mode = Modes.of(path);
            if (!mode.equals(Files.isDirectory(path) ? "rwx------" : "rw-------")) {
                open.add(mode + " " + home.relativize(path));
            }
        }

        assertThat(open).isEmpty();
        assertThat(Modes.of(home.resolve("session.ksh"))).isEqualTo("rw-------");
    }

    /** The search finds what is there: else it would find nothing, too. */
    @Test
    @Order(7)
    void the_search_would_find_them() {
        assertThat(canaries.inFilesBelow(home, Set.of()))
                .containsExactlyInAnyOrder(
                        "password: password-in-a-file",
                        "token: consul-token-of-two-lines",
                        "config/kash/operator.key: private-key");
    }

    private static void enter(AtTerminal terminal, String line) {
        terminal.await(PROMPT);
        terminal.type(line + "\r");
    }

    private Result run(String environment, String... words) {
        return new Product(home.resolve("environments.yaml"), environment, home, variables()).run(words);
    }

    private List<String> command(String environment) {
        List<String> command = new ArrayList<>(List.of("env", "KASH_JAVA_HOME=" + System.getProperty("java.home")));
        command.add("KASH_ARCHIVE=off");
        variables().forEach((name, value) -> command.add(name + "=" + value));
        command.addAll(List.of(
                Path.of(System.getProperty("kash.home"), "kash").toString(),
                "--environments",
                home.resolve("environments.yaml").toString(),
                "-e",
                environment));
        return command;
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("KASH_SASL_PASSWORD", variable);
        variables.put("KASH_WRONG_PASSWORD", wrong);
        variables.put("KASH_QUOTED_PASSWORD", "half\"" + quoted);
        variables.put("KASH_CONSUL_TOKEN", token);
        variables.put("KASH_JAVA_OPTIONS", "-Dkash.planted=" + canaries.plant("option-of-java"));
        variables.put("KASH_ANYTHING", canaries.plant("variable-nobody-reads"));
        variables.put("XDG_CONFIG_HOME", home.resolve("config").toString());
        variables.put("XDG_CACHE_HOME", home.resolve("cache").toString());
        return variables;
    }

    private static Path key() {
        return home.resolve("config/kash/operator.key");
    }

    private String environment(String name, String store, String tokenReference) {
        return """
              %s:
                protection: confirm
                kafka: {bootstrap: "%s", cluster-id: "%s", client: %s.properties}
                zookeeper: {connect: "%s"}
                consul: {address: "http://127.0.0.1:9", token: "%s"}
                coordination: %s
            """
                .formatted(
                        name,
                        lab.bootstrap("SECURE"),
                        lab.clusterId(),
                        name,
                        lab.zookeeperConnect(),
                        tokenReference,
                        store);
    }

    private static void client(String environment, String user, String password) throws IOException {
        Files.writeString(
                home.resolve(environment + ".properties"),
                """
                security.protocol=SASL_PLAINTEXT
                sasl.mechanism=PLAIN
                sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required \\
                  username="%s" password="%s";
                """
                        .formatted(user, password));
    }
}
