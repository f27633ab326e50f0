package io.kash.surgery.pairing;

import java.util.Optional;

/**
 * Who sits in front of this shell.
 *
 * @param from user, host and process, as others will read it: {@code ada@bastion (4711)}
 * @param shell names this shell; no two are alike
 * @param keyFile where this operator's key pair is, if there is one
 */
public record Operator(String from, String shell, KeyFile keyFile) {
    /** @throws io.kash.surgery.problem.ProblemException when there is one that cannot be used */
    public Optional<OperatorKey> key() {
        return keyFile.read();
    }

    /** The name an environment knows this operator by; empty without a key, or with one it does not name. */
    public Optional<String> nameIn(Roster roster) {
        return key().flatMap(pair -> roster.nameOf(pair.publicKey()));
    }
}
