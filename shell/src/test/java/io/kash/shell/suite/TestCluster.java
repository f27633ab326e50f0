package io.kash.shell.suite;

import java.nio.file.Path;
import java.util.List;

/**
 * A running cluster: old brokers with the topics of {@link SuiteTopics} on them, and new ones that hold nothing, as many
 * in the same racks.
 */
public interface TestCluster extends AutoCloseable {
    /** The file that tells the product about it. */
    Path environmentsFile();

    /** Its name in that file. */
    String environment();

    /** Where a client on this machine reaches its old brokers. */
    String bootstrap();

    /** In the order of their racks. */
    List<Integer> oldIds();

    /** In the order of their racks. */
    List<Integer> newIds();

    @Override
    void close();
}
