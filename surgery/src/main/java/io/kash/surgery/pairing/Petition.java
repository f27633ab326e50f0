package io.kash.surgery.pairing;

import io.kash.surgery.plan.Hash;
import java.time.Instant;

/**
 * A plan that waits for a second operator. It lasts as long as its driver's shell, and no longer than it says.
 *
 * @param hash of the whole plan
 * @param title the request in the driver's words
 * @param driver the driver's name in the environments file
 * @param from where the driver sits: user, host and process
 * @param nonce names this one petition; verdicts on another are worth nothing here
 * @param signature of all of it by the driver's key, in Base64
 */
public record Petition(
        Hash hash,
        String environment,
        String clusterId,
        String title,
        String driver,
        String from,
        String nonce,
        Instant at,
        Instant expires,
        String signature) {
    Petition signed(String newSignature) {
        return new Petition(hash, environment, clusterId, title, driver, from, nonce, at, expires, newSignature);
    }
}
