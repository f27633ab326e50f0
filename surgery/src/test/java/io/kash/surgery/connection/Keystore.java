package io.kash.surgery.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A key pair for every address a lab may give a broker; it also serves as truststore. Made by the JDK's keytool. */
record Keystore(Path file, String password) {
    static final String PASSWORD = "not-a-secret";
    private static final int NETWORKS = 20;

    static Path fileIn(Path directory) {
        return directory.resolve("brokers.p12");
    }

    static Keystore in(Path directory) throws Exception {
        Path file = fileIn(directory);
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "broker",
                        "-keyalg",
                        "EC",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=lab",
                        "-ext",
                        "san=" + addresses(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString()))
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).as(output).isZero();
        return new Keystore(file, PASSWORD);
    }

    /** Labs take the networks from 60 on, one after the other. */
    private static String addresses() {
        return IntStream.range(60, 60 + NETWORKS)
                .boxed()
                .flatMap(network -> IntStream.rangeClosed(1, 3).boxed().flatMap(zone -> IntStream.of(21, 31)
                        .mapToObj(host -> "ip:127." + network + "." + zone + "." + host)))
                .collect(Collectors.joining(",", "ip:127.0.0.1,", ""));
    }
}
