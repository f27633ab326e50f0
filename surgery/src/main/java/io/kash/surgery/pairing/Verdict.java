package io.kash.surgery.pairing;

import io.kash.surgery.plan.Hash;
import java.time.Instant;

/**
 * What a second operator says of a plan.
 *
 * @param approver the name in the environments file
 * @param session the approver's shell, as presence names it
 * @param reason given with a veto; may be empty
 * @param signature of all of it by the approver's key, in Base64
 */
public record Verdict(
        Hash hash,
        String environment,
        String clusterId,
        String nonce,
        String approver,
        String session,
        boolean approved,
        String reason,
        Instant at,
        Instant expires,
        String signature) {
    Verdict signed(String newSignature) {
        return new Verdict(
                hash, environment, clusterId, nonce, approver, session, approved, reason, at, expires, newSignature);
    }
}
