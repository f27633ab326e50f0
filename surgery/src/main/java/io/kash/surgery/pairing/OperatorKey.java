package io.kash.surgery.pairing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;

/** An operator's key pair. The private half signs and never leaves this object but into its own file. */
public final class OperatorKey {
    private static final String ALGORITHM = "Ed25519";

    private final PublicKeyText publicKey;
    private final PrivateKey privateKey;

    OperatorKey(KeyPair pair) {
        this.publicKey = PublicKeyText.of(pair.getPublic());
        this.privateKey = pair.getPrivate();
    }

    public PublicKeyText publicKey() {
        return publicKey;
    }

    /** The signature of a text, in Base64. */
    String sign(String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }

    /** Whether the text was signed with the private half of the key. */
    static boolean verify(PublicKeyText key, String text, String signature) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key.key());
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Says nothing of the private half. */
    @Override
    public String toString() {
        return publicKey.text();
    }
}
