package io.kash.lab.server;

import io.kash.lab.LabSpec;
import io.kash.lab.Node;
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
    private final List<Path> zooKeeperClassPath;
    private final SuperUser superUser;
    private final Path guardJar;
    private final Path serverLogging;
    private final Path toolLogging;
    private final ClassArchive kafkaClasses;
    private final ClassArchive zooKeeperClasses;

    /**
     * @param home gets the logging configurations
     * @param spec brokers use other classes without ZooKeeper, and ZooKeeper servers of another release other jars
     * @param superUser who may do everything on the ZooKeeper servers
     */
    JavaCommand(ServerJars jars, LabHome home, LabSpec spec, SuperUser superUser) {
        this.superUser = superUser;
        this.guardJar = GuardJar.in(jars.cache());
        this.classPath = guarded(jars);
        this.zooKeeperClassPath =
                spec.zooKeeper().map(jars::ofZooKeeper).map(this::guarded).orElse(classPath);
        this.serverLogging = home.resource("server-log4j.properties");
        this.toolLogging = home.resource("tool-log4j.properties");
        this.kafkaClasses = new ClassArchive(jars.cache(), "broker-" + spec.mode(), classPath);
        this.zooKeeperClasses = new ClassArchive(jars.cache(), "zookeeper", zooKeeperClassPath);
    }

    private List<Path> guarded(ServerJars jars) {
        return Stream.concat(Stream.of(guardJar), jars.jars().stream()).toList();
    }

    /**
     * A server's command line.
     *
     * @param words program and arguments
     * @param leavesArchive whether the server is to be stopped in order at the end, for the archive it leaves
     */
    record Launch(List<String> words, boolean leavesArchive) {}

    Launch server(Node node, Path properties) {
        List<String> arguments = List.of(properties.toString());
        return switch (node.kind()) {
            case ZOOKEEPER, NEW_ZOOKEEPER -> zooKeeper(node, arguments);
            case CONTROLLER, NEW_CONTROLLER -> controller(arguments);
            case OLD_BROKER, NEW_BROKER -> broker(arguments);
        };
    }

    private Launch zooKeeper(Node node, List<String> arguments) {
        ClassArchive.Use use = zooKeeperClasses.use();
        List<String> flags = new ArrayList<>(use.flags());
        flags.add(superUser.flag());
        if (node.kind() == Kind.NEW_ZOOKEEPER) {
            // Empty, it must never take its own data for the ensemble's: "zookeeper.db.autocreate" in the
            // administrator's guide.
            flags.add("-Dzookeeper.db.autocreate=false");
        }
        return new Launch(guarded(64, flags, serverLogging, zooKeeperClassPath, ZOOKEEPER, arguments), use.leaves());
    }

    /** A controller uses some of a broker's classes, and would leave an archive that lacks most of them. */
    private Launch controller(List<String> arguments) {
        return new Launch(guarded(64, kafkaClasses.flagsIfThere(), serverLogging, classPath, KAFKA, arguments), false);
    }

    private Launch broker(List<String> arguments) {
        ClassArchive.Use use = kafkaClasses.use();
        return new Launch(
                guarded(BROKER_HEAP_MB, use.flags(), serverLogging, classPath, KAFKA, arguments), use.leaves());
    }

    /** Keeps the archives that stopped servers have left. */
    void collectArchives(boolean worthKeeping) {
        kafkaClasses.collect(worthKeeping);
        zooKeeperClasses.collect(worthKeeping);
    }

    List<String> tool(String mainClass, List<String> arguments) {
        return guarded(128, kafkaClasses.flagsIfThere(), toolLogging, classPath, mainClass, arguments);
    }

    List<String> formatStorage(List<String> arguments) {
        return guarded(
                96, kafkaClasses.flagsIfThere(), toolLogging, classPath, FormatStorage.class.getName(), arguments);
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
            int heapMegabytes,
            List<String> flags,
            Path logging,
            List<Path> classPath,
            String mainClass,
            List<String> arguments) {
        List<String> command = new ArrayList<>(OwnSession.prefix());
        command.add(java());
        command.add("-Xmx" + heapMegabytes + "m");
        command.addAll(SMALL);
        command.addAll(flags);
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
