package io.kash.surgery.traffic;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.traffic.Claim.Basis;
import io.kash.surgery.traffic.Claim.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Compares what was there before an operation with what is there after it. Pure.
 *
 * <p>A log that lost records shows as an end offset that went back: an unclean election or a truncation leaves it behind
 * where it was, until producers have written as much again. That is what the canary is for.
 *
 * @param planned where every replica should be after it, the preferred leader first
 * @param finished whether the operation came to its end; what is in the middle of being done breaks no claim
 * @param throttlesKept whether the operation leaves throttles as it finds them; one whose purpose is to take them away
 *     does not
 */
record Comparison(
        Marks before,
        Marks after,
        SortedMap<TopicPartition, List<BrokerId>> planned,
        boolean finished,
        boolean throttlesKept) {
    /** Of thousands of partitions that are all the same way, the first tell it. */
    private static final int MOST_FACTS = 100;

    List<Claim> claims() {
        List<Claim> claims = new ArrayList<>(
                List.of(sameTopics(), ends(), starts(), epochs(), commits(), inSync(), replicas(), reassignments()));
        if (throttlesKept) {
            claims.add(throttles());
        }
        return claims;
    }

    /** What was seen of one claim while it is being judged. */
    private static final class Findings {
        private final List<String> against = new ArrayList<>();
        private final List<String> open = new ArrayList<>();
        private long seen;

        Claim claim(String name, Basis rests, String says, String counted) {
            List<String> facts = new ArrayList<>(against);
            facts.addAll(open);
            if (facts.size() > MOST_FACTS) {
                int more = facts.size() - MOST_FACTS;
                facts = new ArrayList<>(facts.subList(0, MOST_FACTS));
                facts.add(String.format(Locale.ROOT, "and %,d more", more));
            }
            if (facts.isEmpty()) {
                facts.add(String.format(Locale.ROOT, "%,d %s", seen, counted));
            }
            Verdict verdict = !against.isEmpty() ? Verdict.BROKEN : !open.isEmpty() ? Verdict.NOT_KNOWN : Verdict.HOLDS;
            return new Claim(name, says, verdict, rests, facts);
        }
    }

    private Claim sameTopics() {
        Findings findings = new Findings();
        TreeSet<String> topics = new TreeSet<>();
        before.partitions().forEach((partition, was) -> {
            Optional<Mark> is = after.of(partition);
            if (is.isEmpty()) {
                findings.open.add(partition + " is gone: its topic was deleted meanwhile");
            } else if (!is.get().topicId().equals(was.topicId())) {
                findings.against.add(partition + " is of a topic made anew: its id was " + was.topicId() + " and is "
                        + is.get().topicId());
            }
            topics.add(partition.topic());
        });
        findings.seen = topics.size();
        return findings.claim("same-topics", Basis.METADATA, "every topic is the one it was", "topics compared");
    }

    private Claim ends() {
        Findings findings = new Findings();
        bothSides((partition, pair) -> {
            if (pair.was().end().isEmpty() || pair.is().end().isEmpty()) {
                findings.open.add("the end of " + partition + " could not be read "
                        + (pair.was().end().isEmpty() ? "before" : "after"));
            } else if (pair.is().end().getAsLong() < pair.was().end().getAsLong()) {
                findings.against.add(partition + " ended at " + pair.was().end().getAsLong() + " and ends at "
                        + pair.is().end().getAsLong());
            } else {
                findings.seen++;
            }
        });
        return findings.claim(
                "end-offsets", Basis.WATERMARKS, "no log ends before where it ended", "partitions compared");
    }

    private Claim starts() {
        Findings findings = new Findings();
        after.partitions().forEach((partition, is) -> {
            if (is.end().isEmpty() || is.earliest().isEmpty()) {
                findings.open.add("the log of " + partition + " could not be read");
            } else if (is.earliest().getAsLong() > is.end().getAsLong()) {
                findings.against.add(partition + " begins at "
                        + is.earliest().getAsLong() + ", beyond its end at "
                        + is.end().getAsLong());
            } else {
                findings.seen++;
            }
        });
        return findings.claim("log-starts", Basis.WATERMARKS, "no log begins beyond its end", "partitions looked at");
    }

    private Claim epochs() {
        Findings findings = new Findings();
        bothSides((partition, pair) -> {
            if (pair.was().leaderEpoch().isEmpty() || pair.is().leaderEpoch().isEmpty()) {
                // An empty log has no epoch to tell.
                if (pair.was().end().orElse(1) != 0 && pair.is().end().orElse(1) != 0) {
                    findings.open.add("the leader epoch of " + partition + " is not told");
                }
            } else if (pair.is().leaderEpoch().getAsInt()
                    < pair.was().leaderEpoch().getAsInt()) {
                findings.against.add(partition + " was at leader epoch "
                        + pair.was().leaderEpoch().getAsInt() + " and is at "
                        + pair.is().leaderEpoch().getAsInt());
            } else {
                findings.seen++;
            }
        });
        return findings.claim("leader-epochs", Basis.WATERMARKS, "no leader epoch went back", "partitions compared");
    }

    private Claim commits() {
        Findings findings = new Findings();
        before.commits()
                .forEach((group, positions) -> positions.forEach((partition, was) -> {
                    Optional<Long> is = after.committed(group, partition);
                    if (is.isEmpty()) {
                        findings.open.add("group " + group + " has no committed offset in " + partition + " any more");
                    } else if (is.get() < was) {
                        findings.against.add(
                                "group " + group + " was at " + was + " in " + partition + " and is at " + is.get());
                    } else {
                        findings.seen++;
                    }
                }));
        unread("the consumer groups", findings);
        return findings.claim(
                "committed-offsets", Basis.WATERMARKS, "no committed offset went back", "committed offsets compared");
    }

    private Claim inSync() {
        Findings findings = new Findings();
        after.partitions().forEach((partition, is) -> {
            if (is.outOfSync().isEmpty()) {
                findings.seen++;
                return;
            }
            boolean already = before.of(partition)
                    .filter(was -> was.outOfSync().containsAll(is.outOfSync()))
                    .isPresent();
            String fact = partition + " is not in sync on " + is.outOfSync();
            if (already) {
                findings.open.add(fact + ", as before");
            } else {
                (finished ? findings.against : findings.open).add(fact);
            }
        });
        return findings.claim("in-sync", Basis.METADATA, "every replica is in sync", "partitions looked at");
    }

    private Claim replicas() {
        Findings findings = new Findings();
        after.partitions().forEach((partition, is) -> {
            List<BrokerId> wanted = planned.getOrDefault(partition, is.replicas());
            boolean asBefore = before.of(partition)
                    .filter(was -> was.replicas().equals(is.replicas()))
                    .isPresent();
            if (is.replicas().equals(wanted)) {
                findings.seen++;
            } else if (!finished && asBefore) {
                findings.open.add(partition + " is still on " + is.replicas() + ", planned are " + wanted);
            } else {
                findings.against.add(partition + " is on " + is.replicas() + ", planned are " + wanted);
            }
        });
        return findings.claim(
                "replicas",
                Basis.METADATA,
                "replicas are where they were planned, in their order, and all others where they were",
                "partitions looked at");
    }

    private Claim reassignments() {
        Findings findings = new Findings();
        after.partitions().forEach((partition, is) -> {
            if (is.reassigning()) {
                boolean ours = !planned.getOrDefault(partition, List.of())
                        .equals(before.of(partition).map(Mark::replicas).orElse(List.of()));
                (finished && ours ? findings.against : findings.open)
                        .add(partition + " is being reassigned" + (ours ? "" : " by somebody else"));
            } else {
                findings.seen++;
            }
        });
        return findings.claim("reassignments", Basis.METADATA, "no reassignment is left", "partitions looked at");
    }

    private Claim throttles() {
        Findings findings = new Findings();
        TreeSet<String> keys = new TreeSet<>(before.throttles().keySet());
        keys.addAll(after.throttles().keySet());
        for (String key : keys) {
            String was = before.throttles().getOrDefault(key, "not set");
            String is = after.throttles().getOrDefault(key, "not set");
            if (was.equals(is)) {
                findings.seen++;
            } else {
                (finished ? findings.against : findings.open).add(key + " was " + was + " and is " + is);
            }
        }
        unread("the throttles", findings);
        return findings.claim("throttles", Basis.METADATA, "throttles are as they were found", "throttles set");
    }

    private void unread(String what, Findings findings) {
        before.unread().stream()
                .filter(words -> words.startsWith(what))
                .forEach(words -> findings.open.add("could not be read before: " + words));
        after.unread().stream()
                .filter(words -> words.startsWith(what))
                .forEach(words -> findings.open.add("could not be read after: " + words));
    }

    private record Pair(Mark was, Mark is) {}

    /** Partitions of topics that are still the same; one made anew has nothing to be compared with. */
    private void bothSides(BiConsumer<TopicPartition, Pair> what) {
        before.partitions().forEach((partition, was) -> after.of(partition)
                .filter(is -> is.topicId().equals(was.topicId()))
                .ifPresent(is -> what.accept(partition, new Pair(was, is))));
    }
}
