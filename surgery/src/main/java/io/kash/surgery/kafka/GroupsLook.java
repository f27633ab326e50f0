package io.kash.surgery.kafka;

import io.kash.surgery.plan.Look;

/**
 * Asks for {@link Groups}.
 *
 * @param lag whether committed and end offsets are read too
 */
public record GroupsLook(Selection<String> groups, boolean lag) implements Look {
    @Override
    public Class<Groups> part() {
        return Groups.class;
    }

    @Override
    public Look and(Look other) {
        if (other instanceof GroupsLook look) {
            return new GroupsLook(groups.and(look.groups), lag || look.lag);
        }
        throw new IllegalArgumentException("not a look at groups: " + other);
    }
}
