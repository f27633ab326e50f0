package io.kash.commands.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.commands.fake.FakeSession;
import io.kash.commands.fake.RecordingScreen;
import io.kash.commands.fake.Typed;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.fake.FakeObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvImportTest {
    @TempDir
    private Path directory = Path.of("");

    private final FakeSession session = FakeSession.lab(new FakeObserver());

    @Test
    void what_terraform_keeps_stands_beside_the_environment_with_the_lines_to_put_into_it() throws IOException {
        assertThat(Typed.run(new EnvImport(session), "--terraform", resources().toString()))
                .isEqualTo(Outcome.DONE);

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                KEY                             ENVIRONMENT  TERRAFORM          AWS        STATE  RESOURCE
                zookeeper.addressing.subnets.a  -            10.0.1.0/24        not asked  new    aws_subnet.a
                zookeeper.addressing.servers.1  -            10.0.1.57          not asked  new    aws_instance.zookeeper[0]
                fleets                          -            kafka\\x1b[2J"-asg  not asked  new    aws_autoscaling_group.kafka

                To put into the environment
                  zookeeper:
                    addressing:
                      subnets: {a: 10.0.1.0/24}
                      servers: {1: 10.0.1.57}
                  fleets:
                    # <fleet>: {group: "kafka\\x1b[2J\\"-asg"}
                """);
        assertThat(session.recording().notes())
                .isEqualTo(
                        "note: aws_instance.zookeeper_spare has no id: neither a tag myid nor a number in its name\n");
    }

    @Test
    void on_a_narrow_screen_texts_are_cut_and_the_lines_are_not() throws IOException {
        FakeSession narrow = session.with(RecordingScreen.terminal(80));

        Typed.run(new EnvImport(narrow), "--terraform", resources().toString());

        assertThat(narrow.recording().data()).contains("      servers: {1: 10.0.1.57}\n");
        assertThat(narrow.recording().data().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void which_machines_are_servers_can_be_said() throws IOException {
        Typed.run(new EnvImport(session), "--terraform", resources().toString(), "--servers", "aws_instance.zk?0]");

        assertThat(session.recording().data()).contains("zookeeper.addressing.servers.1");
        assertThat(session.recording().notes()).isEmpty();
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> Typed.run(new EnvImport(session), "--terraform", "no-such-file.json"))
                .hasMessage("Terraform's resources cannot be read: there is no such file");
    }

    private Path resources() throws IOException {
        return Files.writeString(
                directory.resolve("resources.json"),
                """
                {"format_version": "1.0", "values": {"root_module": {"resources": [
                  {"address": "aws_subnet.a", "mode": "managed", "type": "aws_subnet",
                   "values": {"id": "s-1", "availability_zone": "eu-west-1a", "cidr_block": "10.0.1.0/24"}},
                  {"address": "aws_instance.zk[0]", "mode": "managed", "type": "aws_instance", "index": 0,
                   "values": {"id": "i-9", "subnet_id": "s-1", "private_ip": "10.0.1.58"}},
                  {"address": "aws_instance.zookeeper[0]", "mode": "managed", "type": "aws_instance", "index": 0,
                   "values": {"id": "i-1", "subnet_id": "s-1", "private_ip": "10.0.1.57"}},
                  {"address": "aws_instance.zookeeper_spare", "mode": "managed", "type": "aws_instance",
                   "values": {"id": "i-2", "subnet_id": "s-1", "private_ip": "10.0.1.59"}},
                  {"address": "aws_autoscaling_group.kafka", "mode": "managed", "type": "aws_autoscaling_group",
                   "values": {"name": "kafka\\u001b[2J\\"-asg"}}]}}}
                """);
    }
}
