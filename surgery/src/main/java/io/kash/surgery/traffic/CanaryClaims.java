package io.kash.surgery.traffic;

import io.kash.surgery.traffic.Claim.Basis;
import io.kash.surgery.traffic.Claim.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a canary's account claims. Without a canary the first claim says what the evidence rests on instead. */
final class CanaryClaims {
    private static final String READ_BACK = "every acknowledged record was read back";

    private CanaryClaims() {}

    /** @param why why there is no account, when there is none */
    static List<Claim> of(Optional<CanaryAccount> account, String why) {
        if (account.isEmpty()) {
            return List.of(new Claim(
                    "acknowledged-records",
                    READ_BACK,
                    Verdict.NOT_KNOWN,
                    Basis.CANARY,
                    List.of(why + ": what is said of records rests on watermarks")));
        }
        return List.of(readBack(account.get()), order(account.get()), accepted(account.get()));
    }

    private static Claim readBack(CanaryAccount account) {
        List<String> facts = new ArrayList<>();
        for (CanaryAccount.Run run : account.runs()) {
            run.missing()
                    .forEach((partition, numbers) -> facts.add(account.topic() + "-" + partition + " lacks "
                            + count(numbers.count(), "acknowledged record") + " of run " + run.id() + ": numbers "
                            + numbers));
        }
        boolean broken = !facts.isEmpty();
        if (!account.readBack()) {
            facts.add("the topic was not read back whole");
        }
        for (CanaryAccount.Run run : account.runs()) {
            if (!run.ended()) {
                facts.add("run " + run.id() + " ended without its last count: its shell died; last counted at "
                        + run.counted() + " were " + count(run.acknowledged(), "acknowledged record") + ", and "
                        + count(run.found(), "record") + " of it are in the topic");
            }
        }
        facts.addAll(account.notes());
        facts.add(count(account.accountedFor(), "record") + " of " + number(account.acknowledged())
                + " acknowledged ones accounted for");
        Verdict verdict = broken
                ? Verdict.BROKEN
                : account.readBack() && account.acknowledged() > 0 ? Verdict.HOLDS : Verdict.NOT_KNOWN;
        return new Claim("acknowledged-records", READ_BACK, verdict, Basis.CANARY, facts);
    }

    private static Claim order(CanaryAccount account) {
        boolean broken = account.duplicates() > 0 || account.outOfOrder() > 0;
        return new Claim(
                "record-order",
                "records are in the order they were written, each once",
                broken ? Verdict.BROKEN : account.readBack() ? Verdict.HOLDS : Verdict.NOT_KNOWN,
                Basis.CANARY,
                List.of(count(account.duplicates(), "duplicate") + ", " + number(account.outOfOrder())
                        + " out of order"));
    }

    private static Claim accepted(CanaryAccount account) {
        boolean broken = account.failed() > 0;
        return new Claim(
                "writes-accepted",
                "no write failed",
                broken ? Verdict.BROKEN : account.unknown() > 0 ? Verdict.NOT_KNOWN : Verdict.HOLDS,
                Basis.CANARY,
                List.of(number(account.failed()) + " failed, " + number(account.unknown())
                        + " without a verdict, longest acknowledgement " + number(account.slowestMillis()) + " ms"));
    }

    private static String count(long count, String noun) {
        return number(count) + " " + noun + (count == 1 ? "" : "s");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
