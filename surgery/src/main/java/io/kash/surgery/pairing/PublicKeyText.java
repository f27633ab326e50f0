package io.kash.surgery.pairing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public Ed25519 key (RFC 8032) as the environments file holds it: {@code ed25519:} and its 32 bytes in Base64.
 *
 * @param text such a text
 */
public record PublicKeyText(String text) {
    private static final String PREFIX = "ed25519:";

    /** What stands before the 32 bytes in a SubjectPublicKeyInfo (RFC 8410, section 4). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int KEY_BYTES = 32;

    public PublicKeyText {
        if (!text.startsWith(PREFIX) || bytes(text).length != KEY_BYTES) {
            throw new IllegalArgumentException("not a public key: expected ed25519: and 32 bytes in Base64");
        }
    }

    static PublicKeyText of(PublicKey key) {
        byte[] encoded = key.getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
        return new PublicKeyText(PREFIX + Base64.getEncoder().encodeToString(raw));
    }

    PublicKey key() {
        byte[] raw = bytes(text);
        byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + raw.length);
        System.arraycopy(raw, 0, encoded, X509_PREFIX.length, raw.length);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a public key: " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    }

    @Override
    public String toString() {
        return text;
    }
}
