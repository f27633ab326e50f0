package io.kash.lab.server;

import io.kash.lab.LabException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
