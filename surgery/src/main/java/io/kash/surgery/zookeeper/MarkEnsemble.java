package io.kash.surgery.zookeeper;

import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Kind;
import java.util.List;

/**
 * Writes a mark into the ensemble's tree. It is a write that a quorum has to take, and what a server must be able to show
 * before it is believed to hold what the ensemble holds.
 *
 * @param mark never written before
 * @param via client addresses of servers to ask
 */
public record MarkEnsemble(String mark, List<String> via) implements Effect {
    public static final Kind KIND = Kind.of("zookeeper.mark/1");

    /** Where the mark stands. It stays there: one small node. */
    public static final String PATH = "/kash-mark";

    public MarkEnsemble {
        via = List.copyOf(via);
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "mark the ensemble '" + mark + "'";
    }
}
