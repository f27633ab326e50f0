package io.kash.surgery.rolling;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.BrokerProcesses;
import io.kash.surgery.kafka.BrokerSettings;
import io.kash.surgery.plan.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Whether a broker is another process than before, with the configuration it is to have.
 *
 * @param renewed it is another process; where nobody can say, it shows what is expected
 * @param differing expected settings it shows otherwise, in words; empty when it shows them all
 * @param answered whether it has shown its settings
 */
record Renewal(boolean renewed, List<String> differing, boolean answered) {
    static Renewal of(Restart restart, SortedMap<String, String> expected, Snapshot now) {
        BrokerId broker = restart.broker();
        BrokerSettings settings = now.part(BrokerSettings.class);
        boolean answered = settings.byBroker().containsKey(broker);
        List<String> differing = expected.entrySet().stream()
                .filter(wanted -> !settings.of(broker, wanted.getKey()).equals(Optional.of(wanted.getValue())))
                .map(wanted -> wanted.getKey() + " is "
                        + settings.of(broker, wanted.getKey()).orElse("not set") + ", not " + wanted.getValue())
                .toList();
        boolean shown = answered && differing.isEmpty();
        boolean renewed = restart.process().isEmpty()
                ? shown && !expected.isEmpty()
                : now.find(BrokerProcesses.class)
                        .flatMap(processes -> processes.of(broker))
                        .filter(process -> !Optional.of(process).equals(restart.process()))
                        .isPresent();
        return new Renewal(renewed, differing, answered);
    }

    /** It is the wanted process with the wanted configuration. */
    boolean complete() {
        return renewed && answered && differing.isEmpty();
    }
}
