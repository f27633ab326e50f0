package io.kash.commands.groups;

import io.kash.surgery.kafka.Groups.Group;
import io.kash.surgery.kafka.Groups.Position;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far behind one group is.
 *
 * @param lag records, over all partitions; empty when the end of any partition is not known
 * @param worst the partition that is furthest behind
 */
record GroupLag(Group group, OptionalLong lag, Optional<Position> worst) {
    static GroupLag of(Group group) {
        List<OptionalLong> lags = group.positions().stream().map(Position::lag).toList();
        return new GroupLag(
                group,
                lags.stream().allMatch(OptionalLong::isPresent)
                        ? OptionalLong.of(
                                lags.stream().mapToLong(OptionalLong::getAsLong).sum())
                        : OptionalLong.empty(),
                group.positions().stream()
                        .filter(position -> position.lag().isPresent())
                        .max(Comparator.comparing(position -> position.lag().getAsLong())));
    }
}
