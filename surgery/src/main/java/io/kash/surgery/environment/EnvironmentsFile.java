package io.kash.surgery.environment;

import io.kash.surgery.environment.YamlNode.Field;
import io.kash.surgery.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The file that names environments:
 *
 * <pre>{@code
 * environments:
 *   production:
 *     protection: pair                # none, confirm, name or pair; name when left out
 *     kafka:     {bootstrap: "kafka-1:9092,kafka-2:9092", client: client.properties, cluster-id: Q3x…kA}
 *     zookeeper: {connect: "zk-1:2181,zk-2:2181/kafka"}
 *     fleets:    {old: {ids: [1, 2, 3]}, new: {ids: [11, 12, 13]}}
 *     limits:    {throttle: 80MB/s, disk-free: 10%}
 * }</pre>
 *
 * <p>Everything but {@code kafka.bootstrap} may be left out. {@code kafka.client} names a Kafka client properties file;
 * a relative path counts from the directory of this file. Secrets are references, see {@link References}; where one is
 * required, as in {@code consul.token}, a value is refused. The section {@code aws} is read for its
 * shape only.
 *
 * <p>What is not understood is refused: unknown keys, keys that stand twice, keys without a value, aliases.
 */
public final class EnvironmentsFile {
    private static final int MOST_BYTES = 1_000_000;

    private EnvironmentsFile() {}

    /**
     * Reads the whole file; secrets are not resolved.
     *
     * @throws io.kash.surgery.problem.ProblemException of kind USAGE with file, line and column, the path of the key,
     *     what is expected there and what was found
     */
    public static Environments read(Path file) {
        String name = file.toString();
        Complaints complaints = new Complaints(name);
        Section root = Section.root(new YamlText(content(file), complaints).parse(), complaints)
                .only("environments");
        Section named = root.requiredSection("environments", "a mapping of names to environments");
        Path absolute = file.toAbsolutePath();
        Path directory = absolute.getParent() == null ? absolute : absolute.getParent();
        Map<String, Environment> environments = new TreeMap<>();
        for (Map.Entry<String, Field> entry : named.entries().entrySet()) {
            String environment = entry.getKey();
            if (!EnvironmentSection.isName(environment)) {
                throw complaints
                        .of(
                                entry.getValue().at(),
                                "'" + environment + "' cannot name an environment",
                                "expected letters, digits, dots, dashes and underscores, beginning with a letter or digit")
                        .asException();
            }
            Section section = named.requiredSection(environment, "an environment");
            environments.put(environment, new EnvironmentSection(environment, section, directory).read());
        }
        return new Environments(name, environments);
    }

    private static String content(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw unreadable(file, "it is larger than " + MOST_BYTES + " bytes")
                        .asException();
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw unreadable(file, References.plainly(e)).asException(e);
        }
    }

    private static Problem unreadable(Path file, String why) {
        return Problem.usage(
                "the environments file cannot be read",
                file.toString(),
                why,
                "name another with --environments or KASH_ENVIRONMENTS");
    }
}
