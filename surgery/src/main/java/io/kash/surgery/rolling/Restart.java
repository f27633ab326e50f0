package io.kash.surgery.rolling;

import io.kash.surgery.kafka.BrokerId;
import java.util.List;
import java.util.Optional;

/**
 * One broker to be restarted.
 *
 * @param host where clients reach it, without the port
 * @param command the program that restarts it, with its arguments; empty where the environment has none
 * @param process the process to be replaced, as {@link io.kash.surgery.kafka.BrokerProcesses} names it; empty where nobody
 *     can say, and then only its configuration tells
 */
public record Restart(BrokerId broker, String host, List<String> command, Optional<String> process) {
    public Restart {
        command = List.copyOf(command);
    }
}
