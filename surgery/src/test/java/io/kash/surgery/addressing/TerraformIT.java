package io.kash.surgery.addressing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Terraform itself says of the variables written for it. It needs no provider, and no network. */
class TerraformIT {
    private static final String MODULE =
            """
            variable "zookeeper_servers" {
              type = map(object({
                id = number, zone = optional(string), address = string,
                quorum_port = number, election_port = number, client_port = number
              }))
            }
            variable "zookeeper_connect" { type = string }
            output "servers" {
              value = join(" ", [for id, s in var.zookeeper_servers :
                "${id}=${s.address}:${s.quorum_port}:${s.election_port}@${s.zone == null ? "nowhere" : s.zone}"])
            }
            output "connect" { value = var.zookeeper_connect }
            """;

    @TempDir
    private Path directory = Path.of("");

    @BeforeEach
    void requireTerraform() {
        assumeThat(onPath("terraform"))
                .as("terraform is not on the PATH: its own word on the variables is not asked for")
                .isPresent();
    }

    @Test
    void it_validates_a_module_and_plans_with_the_rendered_variables() throws Exception {
        Lists lists = new Lists(
                List.of(new ServerPlace(1, Optional.empty(), "zk-1.internal", Ports.USUAL)),
                List.of(new ServerPlace(4, Optional.of("a"), "10.0.1.10", Ports.USUAL)));
        Files.writeString(directory.resolve("main.tf"), MODULE);
        Rendered rendered = new TerraformVariables(new KafkaProperties("/kafka"))
                .render(lists, ServerList.JOINT)
                .get(0);
        Files.writeString(directory.resolve(rendered.name()), rendered.content());

        assertThat(terraform("init", "-input=false", "-no-color"))
                .contains("Terraform has been successfully initialized");
        assertThat(terraform("validate", "-no-color")).contains("The configuration is valid");
        assertThat(terraform("plan", "-input=false", "-no-color", "-lock=false"))
                .contains("+ connect = \"zk-1.internal:2181,10.0.1.10:2181/kafka\"")
                .contains("+ servers = \"1=zk-1.internal:2888:3888@nowhere 4=10.0.1.10:2888:3888@a\"");
    }

    private String terraform(String... arguments) throws Exception {
        List<String> command =
                Stream.concat(Stream.of("terraform"), Arrays.stream(arguments)).toList();
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("CHECKPOINT_DISABLE", "1");
        Path output = directory.resolve("output.txt");
        Process process = builder.redirectOutput(output.toFile()).start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("terraform ends").isTrue();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private static Optional<Path> onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
