package io.kash.surgery.terraform;

import io.kash.surgery.addressing.Addressing;
import io.kash.surgery.addressing.Rule;
import io.kash.surgery.addressing.ServerPlace;
import io.kash.surgery.addressing.Subnet;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.Environment.Fleet;
import io.kash.surgery.terraform.CloudFacts.Told;
import io.kash.surgery.terraform.Resources.Group;
import io.kash.surgery.terraform.Resources.Machine;
import io.kash.surgery.terraform.Resources.Network;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What an environment would have from Terraform, beside what it has. Pure.
 *
 * <p>A ZooKeeper server is a machine whose name in Terraform matches; its id is its tag {@code myid}, the number it has
 * under {@code for_each}, or one more than its {@code count.index}. Of each zone the subnet counts in which such machines
 * are; without any, the only one it has.
 *
 * @param differences in the order of their keys
 * @param unclear what could not be decided, in words
 */
public record Import(List<Difference> differences, List<String> unclear) {
    private static final String SUBNETS = "zookeeper.addressing.subnets.";
    private static final String SERVERS = "zookeeper.addressing.servers.";
    private static final Pattern ZONE_LETTER = Pattern.compile(".*[0-9]([a-z])");

    public Import {
        differences = List.copyOf(differences);
        unclear = List.copyOf(unclear);
    }

    /** @param servers matches names in Terraform of machines that are ZooKeeper servers */
    public static Import of(Environment environment, Resources resources, Pattern servers, CloudFacts cloud) {
        Making making = new Making(environment, cloud);
        List<Machine> machines = resources.machines().stream()
                .filter(machine -> servers.matcher(machine.name()).matches())
                .toList();
        making.networks(resources.networks(), machines);
        making.machines(machines);
        making.groups(resources.groups());
        return new Import(making.differences, making.unclear);
    }

    /** What Terraform has by keys that begin so: {@code subnets}, {@code servers}. */
    public SortedMap<String, String> there(String prefix) {
        SortedMap<String, String> there = new TreeMap<>();
        differences.forEach(difference -> difference
                .there()
                .filter(value -> difference.key().startsWith(prefix))
                .ifPresent(value -> there.put(difference.key().substring(prefix.length()), value)));
        return Collections.unmodifiableSortedMap(there);
    }

    public SortedMap<String, String> subnets() {
        return there(SUBNETS);
    }

    public SortedMap<String, String> servers() {
        return there(SERVERS);
    }

    private static final class Making {
        private final Environment environment;
        private final Addressing addressing;
        private final CloudFacts cloud;
        private final List<Difference> differences = new ArrayList<>();
        private final List<String> unclear = new ArrayList<>();

        Making(Environment environment, CloudFacts cloud) {
            this.environment = environment;
            this.addressing = environment.addressing();
            this.cloud = cloud;
        }

        void networks(List<Network> networks, List<Machine> machines) {
            SortedMap<String, Subnet> here =
                    addressing.rule().map(Rule::subnets).orElseGet(TreeMap::new);
            SortedMap<String, List<Network>> byZone = new TreeMap<>();
            Set<String> used =
                    new HashSet<>(machines.stream().map(Machine::subnet).toList());
            for (Network network : networks) {
                if (isSubnet(network)) {
                    byZone.computeIfAbsent(zone(network, here), none -> new ArrayList<>())
                            .add(network);
                }
            }
            byZone.replaceAll((zone, all) -> chosen(all, used));
            Set<String> zones = new java.util.TreeSet<>(here.keySet());
            zones.addAll(byZone.keySet());
            for (String zone : zones) {
                Optional<String> said = Optional.ofNullable(here.get(zone)).map(Subnet::toString);
                List<Network> found = byZone.getOrDefault(zone, List.of());
                if (found.size() == 1) {
                    Network one = found.get(0);
                    differences.add(new Difference(
                            SUBNETS + zone, said, Optional.of(one.cidr()), one.name(), cloud.network(one.id())));
                } else if (found.size() > 1) {
                    unclear.add("zone " + zone + " has several subnets, and no ZooKeeper server in any: "
                            + String.join(
                                    ", ", found.stream().map(Network::name).toList()));
                } else {
                    differences.add(onlyHere(SUBNETS + zone, said.orElse("")));
                }
            }
        }

        private boolean isSubnet(Network network) {
            try {
                return !Subnet.of(network.cidr()).toString().isEmpty();
            } catch (IllegalArgumentException e) {
                unclear.add(network.name() + " is not read: " + e.getMessage());
                return false;
            }
        }

        private static List<Network> chosen(List<Network> all, Set<String> used) {
            List<Network> inUse = all.stream()
                    .filter(network -> !network.id().isEmpty() && used.contains(network.id()))
                    .toList();
            return inUse.isEmpty() ? all : inUse;
        }

        /** As the environment calls it: by its range, by its whole name, or by its letter. */
        private static String zone(Network network, SortedMap<String, Subnet> here) {
            for (Map.Entry<String, Subnet> known : here.entrySet()) {
                if (known.getValue().toString().equals(network.cidr())) {
                    return known.getKey();
                }
            }
            var letter = ZONE_LETTER.matcher(network.zone());
            return here.containsKey(network.zone()) || !letter.matches() ? network.zone() : letter.group(1);
        }

        void machines(List<Machine> machines) {
            SortedMap<Integer, Machine> byId = new TreeMap<>();
            for (Machine machine : machines) {
                OptionalInt id = id(machine);
                if (id.isEmpty()) {
                    unclear.add(machine.name() + " has no id: neither a tag myid nor a number in its name");
                } else if (!Subnet.isAddress(machine.address())) {
                    unclear.add(machine.name() + " has no address yet");
                } else if (byId.containsKey(id.getAsInt())) {
                    unclear.add(machine.name() + " has the id " + id.getAsInt() + " of another; that one is taken");
                } else {
                    byId.put(id.getAsInt(), machine);
                }
            }
            Set<Integer> ids = new java.util.TreeSet<>(byId.keySet());
            ids.addAll(fleet(Environment.OLD_SERVERS));
            ids.addAll(fleet(Environment.NEW_SERVERS));
            ids.addAll(addressing.given().keySet());
            var placement = addressing.place(ids);
            for (int id : ids) {
                Optional<String> said = placement.server(id).map(ServerPlace::host);
                Machine machine = byId.get(id);
                if (machine != null) {
                    differences.add(new Difference(
                            SERVERS + id,
                            said,
                            Optional.of(machine.address()),
                            machine.name(),
                            cloud.machine(machine.id())));
                } else {
                    said.ifPresent(host -> differences.add(onlyHere(SERVERS + id, host)));
                }
            }
        }

        private List<Integer> fleet(String name) {
            return environment.fleet(name).map(Fleet::ids).orElse(List.of());
        }

        private static OptionalInt id(Machine machine) {
            Optional<String> said =
                    Optional.ofNullable(machine.tags().get("myid")).or(machine::key);
            if (said.isPresent()) {
                return said.get().matches("[1-9][0-9]{0,2}")
                        ? OptionalInt.of(Integer.parseInt(said.get()))
                        : OptionalInt.empty();
            }
            return machine.index().isPresent() ? OptionalInt.of(machine.index().getAsInt() + 1) : OptionalInt.empty();
        }

        void groups(List<Group> groups) {
            SortedMap<String, String> fleets = new TreeMap<>();
            environment.fleets().forEach((name, fleet) -> fleet.group().ifPresent(group -> fleets.put(group, name)));
            for (Group group : groups) {
                String fleet = fleets.remove(group.group());
                differences.add(new Difference(
                        fleet == null ? "fleets" : "fleets." + fleet + ".group",
                        Optional.ofNullable(fleet).map(name -> group.group()),
                        Optional.of(group.group()),
                        group.name(),
                        cloud.group(group.group())));
            }
            fleets.forEach((group, fleet) -> differences.add(onlyHere("fleets." + fleet + ".group", group)));
        }

        private static Difference onlyHere(String key, String here) {
            return new Difference(key, Optional.of(here), Optional.empty(), "", Told.NOT_ASKED);
        }
    }
}
