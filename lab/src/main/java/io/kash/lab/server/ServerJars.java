package io.kash.lab.server;

import io.kash.lab.LabException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The staged jars of the servers.
 *
 * @param directory where they are; what is derived from them is cached beside it
 * @param jars in the order of the class path, which an archive of classes depends on
 */
record ServerJars(Path directory, List<Path> jars) {
    /** Says where the jars are, if they are not where the build puts them. */
    static final String PROPERTY = "lab.servers";

    /** What ZooKeeper servers need beside their own: they log, and from 3.6 on they count and compress. */
    private static final Pattern SHARED = Pattern.compile(
            "(slf4j-api|slf4j-reload4j|reload4j|metrics-core|snappy-java|netty-.*|jackson-(?:core|annotations|databind)"
                    + "|commons-(?:cli|io))-.*");

    static ServerJars staged() {
        Path directory = Stream.of(given(), underHome(), besideTheLab())
                .flatMap(Optional::stream)
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new LabException(
                        "the servers' jars are not there",
                        "nothing is staged in lab/servers/target/lib",
                        "build first: mvn -DskipTests package"));
        return new ServerJars(directory, jarsIn(directory));
    }

    /**
     * The jars that run ZooKeeper servers of another release: theirs, and of these only what is the same for all.
     *
     * @param release as it is staged beside these
     */
    ServerJars ofZooKeeper(String release) {
        Path other = directory.resolveSibling("zookeeper-" + release);
        if (!Files.isDirectory(other)) {
            throw new LabException(
                    "the jars of ZooKeeper " + release + " are not there",
                    "nothing is staged in " + other,
                    "name a release that lab/servers/pom.xml stages, and build: mvn -DskipTests package");
        }
        Stream<Path> shared = jars.stream()
                .filter(jar -> SHARED.matcher(String.valueOf(jar.getFileName())).matches());
        return new ServerJars(
                directory, Stream.concat(jarsIn(other).stream(), shared).toList());
    }

    private static Optional<Path> given() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of);
    }

    private static Optional<Path> underHome() {
        return Optional.ofNullable(System.getProperty("kash.home"))
                .map(home -> Path.of(home).resolve("lab/servers/target/lib"));
    }

    /** Tests in other modules see the lab as lab/target/classes or lab/target/kash-lab.jar. */
    private static Optional<Path> besideTheLab() {
        Path target = GuardJar.ownLocation().toAbsolutePath().getParent();
        return Optional.ofNullable(target)
                .map(path -> path.resolve("../servers/target/lib").normalize());
    }

    private static List<Path> jarsIn(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is derived from the jars and can be derived again. */
    Path cache() {
        return directory.resolveSibling("cache");
    }
}
