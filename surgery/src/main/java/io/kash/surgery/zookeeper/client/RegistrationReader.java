package io.kash.surgery.zookeeper.client;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.BrokerProcesses;
import io.kash.surgery.kafka.BrokerProcessesLook;
import io.kash.surgery.operation.PartReader;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.quorum.ConnectString;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.data.Stat;

/**
 * Reads brokers' registrations in the ensemble. A broker makes its own anew whenever it starts, and whenever its session
 * was lost; the transaction that made it is the word for the process. Takes 8 s at the most.
 */
final class RegistrationReader implements PartReader<BrokerProcessesLook> {
    private final String environment;
    private final Supplier<ConnectString> connect;

    RegistrationReader(String environment, Supplier<ConnectString> connect) {
        this.environment = environment;
        this.connect = connect;
    }

    @Override
    public Class<BrokerProcessesLook> answers() {
        return BrokerProcessesLook.class;
    }

    @Override
    public BrokerProcesses read(BrokerProcessesLook look) {
        ConnectString ensemble = connect.get();
        SortedMap<BrokerId, String> processes = new TreeMap<>();
        try (Handle handle = Handle.open(ensemble.hosts())) {
            handle.sync();
            for (BrokerId broker : look.hosts().keySet()) {
                Stat registration = handle.zookeeper().exists(ensemble.chroot() + "/brokers/ids/" + broker, false);
                if (registration != null) {
                    processes.put(broker, "registration " + Long.toHexString(registration.getCzxid()));
                }
            }
            return new BrokerProcesses(processes);
        } catch (IOException | KeeperException e) {
            throw new Problem(
                            Problem.Kind.TIMED_OUT,
                            "cannot read the brokers' registrations",
                            environment + ", zookeeper.connect",
                            String.valueOf(e.getMessage()),
                            "zk list")
                    .asException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.failed("cannot read the brokers' registrations", environment, "it was interrupted", "")
                    .asException(e);
        }
    }
}
