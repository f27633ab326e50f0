package io.kash.surgery.throttle;

import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.plan.Kind;
import io.kash.surgery.plan.Request;
import io.kash.surgery.plan.Scope;
import java.util.List;

/** Put back what operations that are not running any more found before they set their throttles. */
public record RestoreRequest(String words, List<Left> left) implements Request {
    public static final Kind KIND = Kind.of("kafka.restore-throttles/1");

    /**
     * What one operation left.
     *
     * @param operation its id
     * @param step what puts it back
     */
    public record Left(String operation, RestoreThrottle step) {}

    public RestoreRequest {
        left = List.copyOf(left);
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Scope scope() {
        Scope all = Scope.of(new ClusterLook(Selection.none()));
        for (Left one : left) {
            all = all.and(one.step().scope());
        }
        return all;
    }
}
