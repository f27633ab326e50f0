package io.kash.surgery.kafka;

import io.kash.surgery.plan.Look;

/** Asks for the {@link Throttles} of all live brokers and of the selected topics. */
public record ThrottlesLook(Selection<String> topics) implements Look {
    @Override
    public Class<Throttles> part() {
        return Throttles.class;
    }

    @Override
    public Look and(Look other) {
        if (other instanceof ThrottlesLook look) {
            return new ThrottlesLook(topics.and(look.topics));
        }
        throw new IllegalArgumentException("not a look at throttles: " + other);
    }
}
