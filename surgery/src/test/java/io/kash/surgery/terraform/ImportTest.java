package io.kash.surgery.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.EnvironmentsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
    private static final Pattern ZOOKEEPER = Pattern.compile(".*zookeeper.*");

    @TempDir
    private Path directory = Path.of("");

    @Test
    void subnets_servers_and_groups_are_compared_with_the_environment() throws IOException {
        Import found =
                found("offset: 10, subnets: {a: 10.0.1.0/24, b: 10.0.9.0/24}, first-id: 4, servers: {1: 10.0.1.57}");

        assertThat(rows(found))
                .containsExactly(
                        "zookeeper.addressing.subnets.a 10.0.1.0/24 10.0.1.0/24 same",
                        "zookeeper.addressing.subnets.b 10.0.9.0/24 10.0.2.0/24 differs",
                        "zookeeper.addressing.servers.1 10.0.1.57 10.0.1.57 same",
                        "zookeeper.addressing.servers.2 - 10.0.2.81 new",
                        "zookeeper.addressing.servers.4 10.0.1.10 - only here",
                        "fleets.new.group kafka-asg kafka-asg same",
                        "fleets - collectors new",
                        "fleets.old.group kafka-2016 - only here");
        assertThat(found.servers()).containsOnlyKeys("1", "2");
        assertThat(found.subnets()).containsEntry("b", "10.0.2.0/24");
    }

    @Test
    void what_cannot_be_decided_is_said() throws IOException {
        assertThat(found("servers: {1: 10.0.1.57}").unclear())
                .containsExactly(
                        "module.zk.aws_instance.zookeeper_spare has no id: neither a tag myid nor a number in its name",
                        "module.zk.aws_network_interface.zookeeper[\"3\"] has no address yet");
    }

    @Test
    void what_the_cloud_says_otherwise_is_stale() throws IOException {
        CloudFacts cloud = new CloudFacts() {
            @Override
            public Told network(String id) {
                return Told.of("10.0.1.0/24");
            }

            @Override
            public Told machine(String id) {
                return id.equals("i-1") ? Told.of("10.0.1.57") : Told.GONE;
            }

            @Override
            public Told group(String name) {
                return Told.NOT_ASKED;
            }
        };

        Import found = Import.of(environment("servers: {1: 10.0.1.57}"), resources(), ZOOKEEPER, cloud);

        assertThat(rows(found))
                .contains(
                        "zookeeper.addressing.subnets.a - 10.0.1.0/24 new",
                        "zookeeper.addressing.subnets.b - 10.0.2.0/24 stale",
                        "zookeeper.addressing.servers.1 10.0.1.57 10.0.1.57 same",
                        "zookeeper.addressing.servers.2 - 10.0.2.81 stale");
    }

    @Test
    void a_directory_is_read_whole_and_an_empty_one_is_refused() throws IOException {
        resources();

        assertThat(ResourcesFile.read(directory).machines()).hasSize(5);
        assertThatThrownBy(() -> ResourcesFile.read(Files.createDirectory(directory.resolve("empty"))))
                .hasMessage("Terraform's resources cannot be read: no file in it ends in .json");
    }

    @Test
    void what_is_not_terraforms_output_is_refused() throws IOException {
        Path other = Files.writeString(directory.resolve("other.json"), "{\"values\": {}}");
        Path broken = Files.writeString(directory.resolve("broken.json"), "{");

        assertThatThrownBy(() -> ResourcesFile.read(other))
                .hasMessageEndingWith("it is not what terraform show -json prints of a state or plan with resources");
        assertThatThrownBy(() -> ResourcesFile.read(broken)).hasMessageContaining("it is not JSON");
        assertThatThrownBy(() -> ResourcesFile.read(directory.resolve("nowhere.json")))
                .hasMessageEndingWith("there is no such file");
    }

    @Test
    void a_plan_is_read_with_the_data_sources_of_the_state_before_it() throws IOException {
        Path plan = Files.writeString(
                directory.resolve("plan.json"),
                """
                {"format_version": "1.2",
                 "prior_state": {"values": {"root_module": {"resources": [
                   {"address": "data.aws_subnet.a", "mode": "data", "type": "aws_subnet",
                    "values": {"id": "subnet-1", "availability_zone": "eu-west-1a", "cidr_block": "10.0.1.0/24"}},
                   {"address": "aws_autoscaling_group.gone", "mode": "managed", "type": "aws_autoscaling_group",
                    "values": {"name": "gone"}}]}}},
                 "planned_values": {"root_module": {"resources": [
                   {"address": "aws_autoscaling_group.kafka", "mode": "managed", "type": "aws_autoscaling_group",
                    "values": {"name": "kafka-asg"}}]}}}
                """);

        Resources resources = ResourcesFile.read(plan);

        assertThat(resources.networks()).extracting(Resources.Network::cidr).containsExactly("10.0.1.0/24");
        assertThat(resources.groups()).extracting(Resources.Group::group).containsExactly("kafka-asg");
    }

    private Import found(String addressing) throws IOException {
        return Import.of(environment(addressing), resources(), ZOOKEEPER, CloudFacts.NOT_ASKED);
    }

    private static List<String> rows(Import found) {
        return found.differences().stream()
                .map(one -> one.key() + " " + one.here().orElse("-") + " "
                        + one.there().orElse("-") + " " + one.state().word())
                .toList();
    }

    private Environment environment(String addressing) throws IOException {
        Path file = directory.resolve("environments.yaml");
        Files.writeString(
                file,
                "environments:\n  lab:\n    kafka: {bootstrap: \"k:9092\"}\n"
                        + "    zookeeper: {connect: \"z:2181\", addressing: {" + addressing + "}}\n"
                        + "    fleets: {old: {group: kafka-2016}, new: {group: kafka-asg}, zookeeper-old: {ids: [1, 2]},"
                        + " zookeeper-new: {ids: [4]}}\n");
        return EnvironmentsFile.read(file).named("lab");
    }

    private Resources resources() throws IOException {
        Path file = directory.resolve("resources.json");
        Files.writeString(
                file,
                """
                {"format_version": "1.0", "terraform_version": "1.11.4", "values": {"root_module": {
                  "resources": [
                    {"address": "aws_subnet.zk[0]", "mode": "managed", "type": "aws_subnet", "index": 0,
                     "values": {"id": "subnet-1", "availability_zone": "eu-west-1a", "cidr_block": "10.0.1.0/24"}},
                    {"address": "aws_subnet.zk[1]", "mode": "managed", "type": "aws_subnet", "index": 1,
                     "values": {"id": "subnet-2", "availability_zone": "eu-west-1b", "cidr_block": "10.0.2.0/24"}},
                    {"address": "aws_subnet.public[1]", "mode": "managed", "type": "aws_subnet", "index": 1,
                     "values": {"id": "subnet-9", "availability_zone": "eu-west-1b", "cidr_block": "10.0.102.0/24"}},
                    {"address": "aws_autoscaling_group.kafka", "mode": "managed", "type": "aws_autoscaling_group",
                     "values": {"name": "kafka-asg"}},
                    {"address": "aws_autoscaling_group.collectors", "mode": "managed",
                     "type": "aws_autoscaling_group", "values": {"name": "collectors"}},
                    {"address": "aws_instance.kafka[0]", "mode": "managed", "type": "aws_instance", "index": 0,
                     "values": {"id": "i-9", "subnet_id": "subnet-9", "private_ip": "10.0.102.7"}}],
                  "child_modules": [{"resources": [
                    {"address": "module.zk.aws_instance.zookeeper[0]", "mode": "managed", "type": "aws_instance",
                     "index": 0, "values": {"id": "i-1", "subnet_id": "subnet-1", "private_ip": "10.0.1.57",
                     "tags": {"Name": "zk"}}},
                    {"address": "module.zk.aws_instance.zookeeper_b", "mode": "managed", "type": "aws_instance",
                     "values": {"id": "i-2", "subnet_id": "subnet-2", "private_ip": "10.0.2.81",
                     "tags": {"myid": "2"}}},
                    {"address": "module.zk.aws_instance.zookeeper_spare", "mode": "managed", "type": "aws_instance",
                     "values": {"id": "i-3", "subnet_id": "subnet-2", "private_ip": "10.0.2.82", "tags": null}},
                    {"address": "module.zk.aws_network_interface.zookeeper[\\"3\\"]", "mode": "managed",
                     "type": "aws_network_interface", "index": "3", "values": {"subnet_id": "subnet-1"}}]}]}}}
                """);
        return ResourcesFile.read(file);
    }
}
