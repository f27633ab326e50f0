package io.kash.commands.throttles;

import io.kash.commands.session.FirstSeen;
import io.kash.commands.session.Ownership;
import io.kash.commands.terminal.Role;
import io.kash.commands.view.Column;
import io.kash.commands.view.Table;
import io.kash.commands.view.Units;
import io.kash.surgery.kafka.Throttles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A throttle, whose it is, and since when it has been seen.
 *
 * @param owner the operation of ours; empty when it is not ours
 * @param age since it was first seen
 */
public record OwnedThrottle(ThrottleRow setting, Optional<String> owner, Instant firstSeen, Duration age) {
    public static final Table<OwnedThrottle> TABLE = Table.of(
            Column.text("resource", "OF", row -> row.setting().sort()),
            Column.text("name", "NAME", row -> row.setting().name()),
            Column.text("key", "KEY", row -> row.setting().key()),
            Column.<OwnedThrottle>text("value", "VALUE", row -> row.setting().value())
                    .shown(row -> row.setting().readable()),
            Column.<OwnedThrottle>text("owner", "OWNER", OwnedThrottle::owner)
                    .shown(row -> row.owner().orElse("not ours"))
                    .role(row -> row.owner().isPresent() ? Role.PLAIN : Role.WARNING),
            Column.<OwnedThrottle>text("firstSeen", "FIRST SEEN", OwnedThrottle::firstSeen)
                    .shown(row -> Units.ago(row.age())));

    public static List<OwnedThrottle> of(Throttles throttles, Ownership ownership, FirstSeen firstSeen, Instant now) {
        List<ThrottleRow> rows = ThrottleRow.of(throttles);
        Map<String, Instant> since = firstSeen.look(
                "throttles", rows.stream().map(ThrottleRow::identity).collect(Collectors.toSet()), now);
        return rows.stream()
                .map(row -> owned(row, ownership, since.getOrDefault(row.identity(), now), now))
                .toList();
    }

    private static OwnedThrottle owned(ThrottleRow row, Ownership ownership, Instant since, Instant now) {
        return new OwnedThrottle(
                row,
                ownership.ownerOf(row.resource(), row.name(), row.key(), row.value()),
                since,
                Duration.between(since, now));
    }
}
