package io.kash.surgery.pairing;

import io.kash.surgery.files.OwnerOnly;
import io.kash.surgery.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The file with this operator's key pair, readable by its owner only: the two halves in Base64, a line each. */
public final class KeyFile {
    private static final String ALGORITHM = "Ed25519";

    private final Path file;

    public KeyFile(Path file) {
        this.file = file;
    }

    public Path path() {
        return file;
    }

    /**
     * Makes a key pair.
     *
     * @throws io.kash.surgery.problem.ProblemException when there is one already: it is never written over
     */
    public OperatorKey make() throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw Problem.usage(
                            "there is a key already",
                            file.toString(),
                            "a new one would make the approvals of the old one worthless",
                            "operator show; or move the file away first")
                    .asException();
        }
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            OwnerOnly.createFoldersOf(file);
            OwnerOnly.writeNew(
                    file,
                    base64.encodeToString(pair.getPublic().getEncoded()) + "\n"
                            + base64.encodeToString(pair.getPrivate().getEncoded()) + "\n");
            return new OperatorKey(pair);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }

    /**
     * The key of this operator, if there is one.
     *
     * @throws io.kash.surgery.problem.ProblemException when the file cannot be read, or others can read it too
     */
    public Optional<OperatorKey> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            if (!OwnerOnly.isPrivate(file)) {
                throw unusable("others can read or write it", "chmod 600 " + file);
            }
            List<String> lines = Files.readAllLines(file);
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            Base64.Decoder base64 = Base64.getDecoder();
            return Optional.of(new OperatorKey(new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(base64.decode(lines.get(0)))),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(lines.get(1)))))));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            if (e instanceof io.kash.surgery.problem.ProblemException problem) {
                throw problem;
            }
            // What stands in the file may be the secret: it is not repeated.
            throw unusable("it does not hold a key pair as 'operator init' writes it", "restore it from a backup");
        }
    }

    private io.kash.surgery.problem.ProblemException unusable(String why, String next) {
        return new Problem(Problem.Kind.NOT_AUTHORISED, "your key cannot be used", file.toString(), why, next)
                .asException();
    }
}
