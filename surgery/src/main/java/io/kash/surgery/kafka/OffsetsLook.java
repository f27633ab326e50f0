package io.kash.surgery.kafka;

import io.kash.surgery.plan.Look;

/**
 * Asks for {@link Offsets}. A topic named that does not exist is left out of the answer.
 *
 * @param earliest whether the first offsets are read too, which takes a second question
 */
public record OffsetsLook(Selection<String> topics, boolean earliest) implements Look {
    @Override
    public Class<Offsets> part() {
        return Offsets.class;
    }

    @Override
    public Look and(Look other) {
        if (other instanceof OffsetsLook look) {
            return new OffsetsLook(topics.and(look.topics), earliest || look.earliest);
        }
        throw new IllegalArgumentException("not a look at offsets: " + other);
    }
}
