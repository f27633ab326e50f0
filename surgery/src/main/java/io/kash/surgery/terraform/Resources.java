package io.kash.surgery.terraform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What Terraform keeps of networks, machines and groups.
 *
 * @param networks subnets
 * @param machines instances, and network interfaces with an address of their own
 * @param groups Auto Scaling groups
 */
public record Resources(List<Network> networks, List<Machine> machines, List<Group> groups) {
    public Resources {
        networks = List.copyOf(networks);
        machines = List.copyOf(machines);
        groups = List.copyOf(groups);
    }

    /**
     * A subnet.
     *
     * @param name its address in Terraform: {@code module.vpc.aws_subnet.zookeeper[0]}
     * @param id the cloud's; empty before it was made
     * @param zone the availability zone: {@code eu-west-1a}
     */
    public record Network(String name, String id, String zone, String cidr) {}

    /**
     * Something with a private address.
     *
     * @param index the last part of its name, where it was made by {@code count}
     * @param key the last part of its name, where it was made by {@code for_each}
     * @param subnet the id of its subnet
     * @param address its private address; empty before it was made
     */
    public record Machine(
            String name,
            String id,
            OptionalInt index,
            Optional<String> key,
            String subnet,
            String address,
            Map<String, String> tags) {
        public Machine {
            tags = Map.copyOf(tags);
        }
    }

    /** @param group what the cloud calls it */
    public record Group(String name, String group) {}
}
