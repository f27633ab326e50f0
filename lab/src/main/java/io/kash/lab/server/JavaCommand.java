package io.kash.lab.server;

import io.kash.lab.Mode;
import io.kash.lab.Node.Kind;
import io.kash.lab.guard.FormatStorage;
import io.kash.lab.guard.Guard;
import io.kash.lab.guard.Janitor;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command lines of the lab's child processes. */
final class JavaCommand {
    private static final String KAFKA = "kafka.Kafka";
    private static final String ZOOKEEPER = "org.apache.zookeeper.server.quorum.QuorumPeerMain";
    private static final int BROKER_HEAP_MB = 144;
    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xss512k",
            "-XX:ReservedCodeCacheSize=48m",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.net.preferIPv4Stack=true",
            "-Djava.awt.headless=true",
            "-Dzookeeper.jmx.log4j.disable=true");

    private final List<Path> classPath;
    private final Path guardJar;
    private final Path serverLogging;
    private final Path toolLogging;
    private final ClassArchive kafkaClasses;
    private final ClassArchive zooKeeperClasses;

    /**
     * @param home gets the logging configurations
     * @param mode brokers use other classes without ZooKeeper
     */
    JavaCommand(ServerJars jars, LabHome home, Mode mode) {
        this.guardJar = GuardJar.in(jars.cache());
        this.classPath =
                Stream.concat(Stream.of(guardJar), jars.jars().stream()).toList();
        this.serverLogging = home.resource("server-log4j.properties");
        this.toolLogging = home.resource("tool-log4j.properties");
        this.kafkaClasses = new ClassArchive(jars.cache(), "broker-" + mode, classPath);
        this.zooKeeperClasses = new ClassArchive(jars.cache(), "zookeeper", classPath);
    }

    /**
     * A server's command line.
     *
     * @param words program and arguments
     * @param leavesArchive whether the server is to be stopped in order at the end, for the archive it leaves
     */
    record Launch(List<String> words, boolean leavesArchive) {}

    Launch server(Kind kind, Path properties) {
        return switch (kind) {
            case ZOOKEEPER -> archived(64, zooKeeperClasses, ZOOKEEPER, properties);
            case CONTROLLER -> borrowing(64, kafkaClasses, KAFKA, properties);
            case OLD_BROKER, NEW_BROKER -> archived(BROKER_HEAP_MB, kafkaClasses, KAFKA, properties);
        };
    }

    /** A controller uses some of a broker's classes, and would leave an archive that lacks most of them. */
    private Launch borrowing(int heapMegabytes, ClassArchive archive, String mainClass, Path properties) {
        List<String> arguments = List.of(properties.toString());
        return new Launch(guarded(heapMegabytes, archive.flagsIfThere(), serverLogging, mainClass, arguments), false);
    }

    private Launch archived(int heapMegabytes, ClassArchive archive, String mainClass, Path properties) {
        ClassArchive.Use use = archive.use();
        return new Launch(
                guarded(heapMegabytes, use.flags(), serverLogging, mainClass, List.of(properties.toString())),
                use.leaves());
    }

    /** Keeps the archives that stopped servers have left. */
    void collectArchives(boolean worthKeeping) {
        kafkaClasses.collect(worthKeeping);
        zooKeeperClasses.collect(worthKeeping);
    }

    List<String> tool(String mainClass, List<String> arguments) {
        return guarded(128, kafkaClasses.flagsIfThere(), toolLogging, mainClass, arguments);
    }

    List<String> formatStorage(List<String> arguments) {
        return guarded(96, kafkaClasses.flagsIfThere(), toolLogging, FormatStorage.class.getName(), arguments);
    }

    List<String> janitor(List<String> arguments) {
        List<String> command = new ArrayList<>(OwnSession.prefix());
        command.addAll(List.of(
                java(), "-Xmx16m", "-Xshare:auto", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
        command.addAll(List.of("-cp", guardJar.toString(), Janitor.class.getName()));
        command.addAll(arguments);
        return command;
    }

    private List<String> guarded(
            int heapMegabytes, List<String> sharing, Path logging, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>(OwnSession.prefix());
        command.add(java());
        command.add("-Xmx" + heapMegabytes + "m");
        command.addAll(SMALL);
        command.addAll(sharing);
        command.add("-Dlog4j.configuration=" + logging.toUri());
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(Guard.class.getName());
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
