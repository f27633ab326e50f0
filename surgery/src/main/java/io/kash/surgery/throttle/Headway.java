package io.kash.surgery.throttle;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.TopicPartition;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Whether copies come nearer to their end. A copy does when it lacks less than it ever did, and together they must do so
 * by a quarter of what the rate, where it was lowest, lets one broker receive: then at most three quarters of it go into what is written
 * meanwhile, which is the rule of thumb that a throttle be 1.3 times the incoming rate, seen instead of reckoned. One that
 * has ended is headway whatever its size.
 *
 * <p>Kafka's quotas are averages over eleven windows of a second ({@code replication.quota.window.num}): after a rate was
 * cut nothing may arrive for ten seconds. So it is judged over twice as long.
 */
public final class Headway {
    private static final Duration WITHIN = Duration.ofSeconds(22);
    private static final int SHARE = 4;

    private final Map<Copy, Long> least = new HashMap<>();
    private long gained;
    private long lowest = Long.MAX_VALUE;
    private @Nullable Instant since;

    /** A replica on its way to a broker. */
    public record Copy(TopicPartition partition, BrokerId receiver) {}

    /**
     * A look. Whatever was known of a copy that is not in it, that one has ended.
     *
     * @param lacking bytes each copy in flight lacks of what its leader holds
     * @param bytesPerSecond what a broker may receive now
     * @return where there was no headway for so long that there will be none: the lowest rate meanwhile. The time counts anew
     *     then.
     */
    public OptionalLong missing(Instant at, Map<Copy, Long> lacking, long bytesPerSecond) {
        boolean ended = least.keySet().retainAll(lacking.keySet());
        lacking.forEach((copy, bytes) -> {
            Long before = least.get(copy);
            gained += before == null ? 0 : Math.max(0, before - bytes);
            least.merge(copy, bytes, Math::min);
        });
        lowest = Math.min(lowest, bytesPerSecond);
        if (since == null || lacking.isEmpty() || ended || enough(Duration.between(since, at))) {
            anew(at);
            return OptionalLong.empty();
        }
        if (Duration.between(since, at).compareTo(WITHIN) < 0) {
            return OptionalLong.empty();
        }
        OptionalLong tooLow = OptionalLong.of(lowest);
        anew(at);
        return tooLow;
    }

    private boolean enough(Duration elapsed) {
        return gained > 0 && gained * SHARE >= lowest * (elapsed.toMillis() / 1000.0);
    }

    private void anew(Instant at) {
        since = at;
        gained = 0;
        lowest = Long.MAX_VALUE;
    }

    /** Nothing is watched for: the next look is the first. */
    public void forget() {
        least.clear();
        since = null;
        lowest = Long.MAX_VALUE;
    }
}
