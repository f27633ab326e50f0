package io.kash.surgery.environment;

import static io.kash.surgery.environment.WrittenFile.withLab;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How fleets are told. */
class FleetsOfAnEnvironmentTest {
    private final WrittenFile file;

    FleetsOfAnEnvironmentTest(@TempDir Path directory) {
        file = new WrittenFile(directory);
    }

    @Test
    void fleetIdsThatAreNoNumbersAreRefused() throws IOException {
        file.assertRefused(
                withLab("fleets: {new: {ids: [11, twelve]}}"),
                "4:30",
                "environments.lab.fleets.new.ids is not what it must be",
                "expected whole numbers, 0 or more, found 'twelve'");
    }

    @Test
    void aFleetWithoutIdsIsRefused() throws IOException {
        file.assertRefused(
                withLab("fleets: {new: {ids: []}}"),
                "4:19",
                "environments.lab.fleets.new.ids is not what it must be",
                "expected at least one id; leave the fleet out where there is none yet");
    }

    @Test
    void aBrokerThatIsOldAndNewIsRefused() throws IOException {
        file.assertRefused(
                withLab("fleets: {old: {ids: [1, 2]}, new: {ids: [2, 3]}}"),
                "4:13",
                "environments.lab.fleets.new is not what it must be",
                "broker 2 is in 'old' and in 'new'");
    }

    @Test
    void aServerThatIsOldAndNewIsRefused() throws IOException {
        file.assertRefused(
                withLab("fleets: {zookeeper-old: {ids: [1, 2]}, zookeeper-new: {ids: [2, 3]}}"),
                "4:13",
                "environments.lab.fleets.zookeeper-new is not what it must be",
                "server 2 is in 'zookeeper-old' and in 'zookeeper-new'");
    }

    @Test
    void aFleetToldInTwoWaysIsRefused() throws IOException {
        file.assertRefused(
                withLab("fleets: {old: {ids: [1], group: kafka}}"),
                "4:19",
                "environments.lab.fleets.old.ids is not what it must be",
                "expected exactly one of ids, group and tag");
    }
}
