package io.kash.surgery.check;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.BrokerSettings;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import java.util.List;

/** Broker ids that were generated: whoever replaces such a broker gets another id, and its replicas are not found again. */
public final class GeneratedIds implements Check {
    @Override
    public List<Finding> look(Snapshot snapshot) {
        BrokerSettings settings = snapshot.part(BrokerSettings.class);
        List<BrokerId> generated = settings.byBroker().keySet().stream()
                .filter(broker -> settings.of(broker, BrokerSettings.GENERATED_IDS)
                        .filter("true"::equals)
                        .isPresent())
                .filter(broker -> settings.of(broker, BrokerSettings.HIGHEST_GIVEN_ID)
                        .filter(highest -> broker.value() > number(highest))
                        .isPresent())
                .toList();
        return generated.isEmpty()
                ? List.of()
                : List.of(Finding.note(
                        Titles.count(generated.size(), "broker")
                                + " above reserved.broker.max.id, with a generated id: " + Titles.names(generated),
                        "a broker started on an empty disk gets a new generated id, and the old one's replicas stay"
                                + " without a broker",
                        "keep the disk when such a broker is replaced, or set broker.id"));
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,10}") ? Long.parseLong(text) : Long.MAX_VALUE;
    }
}
