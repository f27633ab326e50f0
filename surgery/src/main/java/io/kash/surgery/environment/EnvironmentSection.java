package io.kash.surgery.environment;

import io.kash.surgery.addressing.Addressing;
import io.kash.surgery.environment.Environment.Consul;
import io.kash.surgery.environment.Environment.Fleet;
import io.kash.surgery.environment.Environment.Hooks;
import io.kash.surgery.environment.Environment.Kafka;
import io.kash.surgery.environment.Environment.Kraft;
import io.kash.surgery.environment.Environment.Limits;
import io.kash.surgery.environment.Environment.StoreKind;
import io.kash.surgery.environment.Environment.Teamwork;
import io.kash.surgery.environment.Environment.ZooKeeper;
import io.kash.surgery.environment.YamlNode.Scalar;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns one environment's mapping into its record. */
final class EnvironmentSection {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,5}");
    private static final Pattern PUBLIC_KEY = Pattern.compile("ed25519:[A-Za-z0-9+/]{43}=?");
    private static final Pattern CONSUL_ADDRESS = Pattern.compile("https?://[^/\\s@?#]+");
    private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,5})\\s*(s|m|h|d)");

    private final String name;
    private final Section section;
    private final Path directory;

    /** @param directory what a relative path counts from */
    EnvironmentSection(String name, Section section, Path directory) {
        this.name = name;
        this.section = section;
        this.directory = directory;
    }

    Environment read() {
        section.only(
                "protection",
                "operators",
                "kafka",
                "zookeeper",
                "kraft",
                "consul",
                "aws",
                "fleets",
                "limits",
                "hooks",
                "coordination",
                "when-alone",
                "canary");
        readWhatIsNotUsedYet();
        return new Environment(
                name,
                section.read("protection", EnvironmentSection::protection).orElse(Protection.NAME),
                kafka(section.requiredSection("kafka", "a mapping with at least 'bootstrap'")),
                section.section("zookeeper").map(this::zookeeper),
                section.section("consul").map(this::consul),
                section.section("fleets").map(EnvironmentSection::fleets).orElse(Map.of()),
                section.section("limits").map(EnvironmentSection::limits).orElse(Limits.DEFAULT),
                teamwork(),
                section.text("canary"),
                section.section("hooks").map(EnvironmentSection::hooks).orElse(Hooks.NONE),
                section.section("kraft").map(this::kraft).orElse(Kraft.USUAL));
    }

    private static Hooks hooks(Section hooks) {
        hooks.only("restart", "stop", "started");
        return new Hooks(words(hooks, "restart"), words(hooks, "stop"), words(hooks, "started"));
    }

    private static List<String> words(Section hooks, String key) {
        List<Scalar> given = hooks.scalars(key).orElse(List.of());
        if (given.isEmpty() && hooks.entries().containsKey(key)) {
            throw hooks.wrong(hooks.at(), key, "expected a program and its arguments, found none");
        }
        for (Scalar word : given) {
            HookWords.unknown(List.of(word.text())).ifPresent(name -> {
                throw hooks.wrong(
                        word.at(),
                        key,
                        "it names ${" + name + "}; a hook is told ${kind}, ${id} and ${host}, and no secrets: its words"
                                + " are shown");
            });
        }
        return given.stream().map(Scalar::text).toList();
    }

    /** A name becomes a file's name, a prompt and a word to type. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    private static Protection protection(String word) {
        return Arrays.stream(Protection.values())
                .filter(protection -> protection.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected one of "
                        + Arrays.stream(Protection.values())
                                .map(Protection::word)
                                .collect(Collectors.joining(", "))
                        + ", found '" + word + "'"));
    }

    private Kafka kafka(Section kafka) {
        kafka.only("bootstrap", "client", "cluster-id");
        return new Kafka(
                kafka.requiredText("bootstrap", "the brokers as host:port, comma-separated"),
                kafka.read("client", file -> directory.resolve(file).normalize().toString()),
                kafka.text("cluster-id"));
    }

    private ZooKeeper zookeeper(Section zookeeper) {
        zookeeper.only("connect", "addressing", "auth", "settle");
        return new ZooKeeper(
                zookeeper.requiredText(
                        "connect", "the servers as host:port, comma-separated, with an optional /chroot at the end"),
                zookeeper.read("auth", this::secret),
                zookeeper.read("settle", EnvironmentSection::duration).orElse(ZooKeeper.SETTLE),
                zookeeper
                        .section("addressing")
                        .map(section -> new AddressingSection(section).read())
                        .orElse(Addressing.NONE));
    }

    private Kraft kraft(Section kraft) {
        kraft.only("settle", "client", "zones");
        SortedMap<Integer, String> zones = new TreeMap<>();
        kraft.section("zones").ifPresent(byZone -> byZone.entries().keySet().forEach(zone -> ids(
                        byZone, zone, byZone.scalars(zone).orElse(List.of()))
                .forEach(id -> {
                    if (zones.put(id, zone) != null) {
                        throw byZone.wrong(byZone.at(), zone, "controller " + id + " is in two zones");
                    }
                })));
        return new Kraft(
                kraft.read("settle", EnvironmentSection::duration).orElse(Kraft.USUAL.settle()),
                kraft.read("client", file -> directory.resolve(file).normalize().toString()),
                zones);
    }

    private static Duration duration(String text) {
        Matcher duration = DURATION.matcher(like(text, DURATION, "a duration like 30s or 24h"));
        if (!duration.matches()) {
            throw new IllegalStateException(text);
        }
        long count = Long.parseLong(duration.group(1));
        return switch (duration.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    private static Map<String, Fleet> fleets(Section fleets) {
        Map<String, Fleet> byName = new TreeMap<>();
        for (String fleet : fleets.entries().keySet()) {
            byName.put(fleet, fleet(fleets.requiredSection(fleet, "how the fleet is told")));
        }
        refuseOverlap(fleets, byName, "old", "new", "broker");
        refuseOverlap(fleets, byName, Environment.OLD_SERVERS, Environment.NEW_SERVERS, "server");
        refuseOverlap(fleets, byName, Environment.OLD_CONTROLLERS, Environment.NEW_CONTROLLERS, "controller");
        return byName;
    }

    private static Fleet fleet(Section fleet) {
        fleet.only("ids", "group", "tag");
        if (fleet.entries().size() != 1) {
            throw fleet.wrong(fleet.at(), "ids", "expected exactly one of ids, group and tag");
        }
        return new Fleet(
                fleet.scalars("ids").map(ids -> ids(fleet, "ids", ids)).orElse(List.of()),
                fleet.text("group"),
                fleet.text("tag"));
    }

    private static List<Integer> ids(Section fleet, String key, List<Scalar> ids) {
        if (ids.isEmpty()) {
            throw fleet.wrong(fleet.at(), key, "expected at least one id; leave the fleet out where there is none yet");
        }
        Set<Integer> seen = new HashSet<>();
        for (Scalar id : ids) {
            if (!id.text().matches("[0-9]{1,9}")) {
                throw fleet.wrong(id.at(), key, "expected whole numbers, 0 or more, found " + id.words());
            }
            if (!seen.add(Integer.valueOf(id.text()))) {
                throw fleet.wrong(id.at(), key, id.text() + " stands in it twice");
            }
        }
        return ids.stream().map(Scalar::text).map(Integer::valueOf).toList();
    }

    /** What is old and new at once would be moved away from and onto, or retired and joined. */
    private static void refuseOverlap(
            Section fleets, Map<String, Fleet> byName, String old, String young, String member) {
        Fleet before = byName.get(old);
        Fleet after = byName.get(young);
        if (before != null && after != null) {
            before.ids().stream().filter(after.ids()::contains).findFirst().ifPresent(both -> {
                throw fleets.wrong(
                        fleets.at(), young, member + " " + both + " is in '" + old + "' and in '" + young + "'");
            });
        }
    }

    private static Limits limits(Section limits) {
        limits.only("throttle", "disk-free", "cool-down", "brokers-at-once");
        limits.read("cool-down", text -> like(text, DURATION, "a duration like 24h"));
        limits.read("brokers-at-once", text -> like(text, COUNT, "a whole number, 1 or more"));
        return new Limits(
                limits.read("throttle", ByteRate::of).orElse(Limits.DEFAULT.throttle()),
                limits.read("disk-free", Percentage::of).orElse(Limits.DEFAULT.diskFree()));
    }

    private static String like(String text, Pattern form, String expected) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException("expected " + expected + ", found '" + text + "'");
        }
        return text;
    }

    private Teamwork teamwork() {
        return new Teamwork(
                section.read("coordination", this::store),
                section.section("operators").map(EnvironmentSection::operators).orElse(Map.of()),
                section.read("when-alone", EnvironmentSection::pauses).orElse(false));
    }

    private StoreKind store(String word) {
        StoreKind kind = Arrays.stream(StoreKind.values())
                .filter(known -> known.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("expected zookeeper, consul or local, found '" + word + "'"));
        if (kind != StoreKind.LOCAL && section.section(word).isEmpty()) {
            throw new IllegalArgumentException("this environment has no section '" + word + "'");
        }
        return kind;
    }

    private static Map<String, String> operators(Section operators) {
        Map<String, String> keys = new TreeMap<>();
        for (String operator : operators.entries().keySet()) {
            operators
                    .read(operator, text -> like(text, PUBLIC_KEY, "a public key as 'kash operator init' prints it"))
                    .ifPresent(key -> keys.put(operator, key));
        }
        return keys;
    }

    private static boolean pauses(String word) {
        return switch (word) {
            case "pause" -> true;
            case "go-on" -> false;
            default -> throw new IllegalArgumentException("expected pause or go-on, found '" + word + "'");
        };
    }

    private Consul consul(Section consul) {
        consul.only("address", "token");
        Optional<String> token = consul.read("token", this::secret);
        String address = consul.requiredText("address", "the agent as http://host:8500 or https://host:8501");
        consul.read("address", text -> like(text, CONSUL_ADDRESS, "http://host:8500 or https://host:8501"));
        return new Consul(address, token);
    }

    private String secret(String text) {
        return References.absolute(reference(text), directory);
    }

    private static String reference(String text) {
        if (!References.isReference(text)) {
            // What stands there is probably the secret itself: it is not repeated.
            throw new IllegalArgumentException("expected a reference, ${env:NAME} or ${file:path}, found a value");
        }
        return text;
    }

    /** Keys that later versions use are read for their shape, so that one file serves all versions. */
    private void readWhatIsNotUsedYet() {
        section.anyMapping("aws");
    }
}
