package io.kash.completions.values;

import io.kash.surgery.environment.Environment;
import io.kash.surgery.kafka.ControllerEndpoint;
import io.kash.surgery.kafka.ControllerName;
import io.kash.surgery.kafka.ControllerView;
import io.kash.surgery.kafka.MetadataQuorum;
import io.kash.surgery.kafka.MetadataQuorumLook;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import java.util.List;
import java.util.Optional;

/** Controllers of the metadata quorum: {@code 104  observer, 10.0.1.14:9093}. */
public final class ControllerSource implements ValueSource {
    @Override
    public List<Class<?>> types() {
        return List.of(ControllerName.class);
    }

    @Override
    public Scope scope() {
        return Scope.of(new MetadataQuorumLook());
    }

    /** Where there is an ensemble there are no controllers to choose from. */
    @Override
    public boolean in(Environment environment) {
        return environment.zookeeper().isEmpty();
    }

    @Override
    public Optional<List<Value>> values(Snapshot snapshot) {
        return snapshot.find(MetadataQuorum.class).map(quorum -> quorum.controllers().stream()
                .filter(ControllerView::controller)
                .map(ControllerSource::value)
                .toList());
    }

    private static Value value(ControllerView view) {
        return new Value(
                String.valueOf(view.id()),
                view.role().word()
                        + view.endpoint()
                                .map(ControllerEndpoint::address)
                                .map(at -> ", " + at)
                                .orElse("")
                        + (view.inSync() ? "" : ", not in sync"));
    }
}
