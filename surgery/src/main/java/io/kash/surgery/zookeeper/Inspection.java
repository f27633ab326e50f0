package io.kash.surgery.zookeeper;

import io.kash.surgery.plan.Part;
import java.util.List;

/** The servers of an ensemble in depth: what each runs with, and what it lets be asked. */
public record Inspection(List<Inspected> servers) implements Part {
    public Inspection {
        servers = List.copyOf(servers);
    }

    /** The servers as {@link Ensemble} has them. */
    public Ensemble ensemble() {
        return new Ensemble(servers.stream().map(Inspected::server).toList());
    }
}
