package io.kash.commands.evidence;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.traffic.CanaryAccount;
import io.kash.surgery.traffic.Claim;
import io.kash.surgery.traffic.Claim.Basis;
import io.kash.surgery.traffic.Claim.Verdict;
import io.kash.surgery.traffic.Evidence;
import io.kash.surgery.traffic.Family;
import io.kash.surgery.traffic.Mark;
import io.kash.surgery.traffic.Marks;
import io.kash.surgery.traffic.Sample;
import io.kash.surgery.traffic.Testimony;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What a move from three old brokers to three new ones might prove. */
final class SampleEvidence {
    static final Instant BEGUN = Instant.parse("2026-07-28T14:02:07Z");

    static final Claim HOLDS = new Claim(
            "end-offsets",
            "no log ends before where it ended",
            Verdict.HOLDS,
            Basis.WATERMARKS,
            List.of("84 partitions compared"));
    static final Claim OPEN = new Claim(
            "committed-offsets",
            "no committed offset went back",
            Verdict.NOT_KNOWN,
            Basis.WATERMARKS,
            List.of("group web has no committed offset in orders-0 any more", "group api has none either"));
    static final Claim BROKEN = new Claim(
            "acknowledged-records",
            "every acknowledged record was read back",
            Verdict.BROKEN,
            Basis.CANARY,
            List.of(
                    "kash-canary-0 lacks 1 acknowledged record of run 6f1c: numbers 3",
                    "1,233 records of 1,234 acknowledged ones accounted for"));

    private SampleEvidence() {}

    static Evidence of(Claim... claims) {
        return titled("topics move --to-new", claims);
    }

    static Evidence titled(String title, Claim... claims) {
        return new Evidence(
                Evidence.FORMAT,
                "7f3a",
                title,
                "lab",
                "cluster-1",
                "7f3a00",
                BEGUN,
                Optional.of(marks(1, 2, 3)),
                new Testimony(
                        BEGUN.plusSeconds(190),
                        true,
                        "done and verified",
                        List.of(claims),
                        Optional.of(account()),
                        Optional.of(marks(11, 12, 13)),
                        List.of()),
                handover(),
                families(),
                List.of(new Evidence.HoldFact("6 brokers, 2 topics at 10 MB/s", "put back as found")));
    }

    static CanaryAccount account() {
        return new CanaryAccount(
                "kash-canary",
                List.of(new CanaryAccount.Run(
                        "6f1c",
                        BEGUN,
                        BEGUN.plusSeconds(180),
                        true,
                        1_234,
                        1_234,
                        0,
                        0,
                        1_234,
                        new TreeMap<>(),
                        0,
                        0,
                        84)),
                true,
                List.of());
    }

    static SortedMap<Integer, Family> families() {
        SortedMap<Integer, Family> families = new TreeMap<>();
        for (int broker = 1; broker <= 3; broker++) {
            families.put(broker, Family.OLD);
            families.put(10 + broker, Family.NEW);
        }
        return families;
    }

    /** Traffic goes over from the old to the new, partition by partition; nobody watched for a while in the middle. */
    private static List<Sample> handover() {
        List<Sample> samples = new ArrayList<>();
        IntStream.rangeClosed(1, 90).filter(i -> i < 40 || i > 50).forEach(i -> {
            TreeMap<Integer, Long> messages = new TreeMap<>();
            for (int broker = 1; broker <= 3; broker++) {
                long moved = Math.max(0, Math.min(200, (i - 10L * broker) * 5));
                messages.put(broker, 200 - moved);
                messages.put(10 + broker, moved);
            }
            samples.add(new Sample(BEGUN.plusSeconds(2L * i), 2_000, messages));
        });
        return samples;
    }

    private static Marks marks(int... replicas) {
        List<BrokerId> ids = IntStream.of(replicas).mapToObj(BrokerId::new).toList();
        TreeMap<TopicPartition, Mark> partitions = new TreeMap<>();
        partitions.put(
                new TopicPartition("orders", 0),
                new Mark(
                        "id",
                        ids,
                        List.of(),
                        ids.stream().findFirst(),
                        false,
                        OptionalLong.of(0),
                        OptionalLong.of(100L * replicas[0]),
                        OptionalInt.of(replicas[0])));
        return new Marks(BEGUN, partitions, new TreeMap<>(), new TreeMap<>(Map.of()), List.of());
    }
}
