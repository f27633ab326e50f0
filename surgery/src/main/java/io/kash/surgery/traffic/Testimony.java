package io.kash.surgery.traffic;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was found at the end of a run of an operation.
 *
 * @param finished whether the operation was at its end; otherwise the testimony is partial
 * @param ending how the run ended, in words
 * @param canary empty without one
 * @param after empty when the cluster was not looked at any more
 * @param notes troubles on the way
 */
public record Testimony(
        Instant at,
        boolean finished,
        String ending,
        List<Claim> claims,
        Optional<CanaryAccount> canary,
        Optional<Marks> after,
        List<String> notes) {
    public Testimony {
        claims = List.copyOf(claims);
        notes = List.copyOf(notes);
    }

    public long count(Claim.Verdict verdict) {
        return claims.stream().filter(claim -> claim.verdict() == verdict).count();
    }

    public boolean broken() {
        return claims.stream().anyMatch(Claim::broken);
    }
}
