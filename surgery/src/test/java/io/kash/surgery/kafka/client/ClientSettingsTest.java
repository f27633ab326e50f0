package io.kash.surgery.kafka.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.References;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientSettingsTest {
    private static final References REFERENCES = new References(name -> Optional.of("value-of-" + name));

    @TempDir
    private Path directory = Path.of("");

    @Test
    void withoutAFileTheDefaultsHold() {
        Map<String, Object> settings =
                new ClientSettings(REFERENCES).of(TestEnvironments.of("k1:9092", Optional.empty()));

        assertThat(settings)
                .containsEntry("bootstrap.servers", "k1:9092")
                .containsEntry("client.id", "kash-lab")
                .containsEntry("default.api.timeout.ms", 8_000);
    }

    @Test
    void theFileIsPassedThroughWholeWithItsReferencesResolved() throws IOException {
        Map<String, Object> settings = settings(
                """
                security.protocol=SASL_SSL
                sasl.jaas.config=a.b.Module required password="${env:PW}";
                client.id=audited
                some.plugin.key=x
                """);

        assertThat(settings)
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.jaas.config", "a.b.Module required password=\"value-of-PW\";")
                .containsEntry("client.id", "audited")
                .containsEntry("some.plugin.key", "x");
    }

    @Test
    void theFileDoesNotChangeWhichClusterIsMeantNorHowLongIsWaited() throws IOException {
        Map<String, Object> settings = settings(
                """
                bootstrap.servers=other:9092
                default.api.timeout.ms=600000
                request.timeout.ms=600000
                """);

        assertThat(settings)
                .containsEntry("bootstrap.servers", "k1:9092")
                .containsEntry("default.api.timeout.ms", 8_000)
                .containsEntry("request.timeout.ms", 3_000);
    }

    @Test
    void referencesOfKafkasOwnProvidersAreLeftToIt() throws IOException {
        Map<String, Object> settings = settings(
                """
                config.providers=file
                ssl.key.password=${file:/etc/secrets:key}
                ssl.truststore.password=${env:TRUST}
                """);

        assertThat(settings)
                .containsEntry("ssl.key.password", "${file:/etc/secrets:key}")
                .containsEntry("ssl.truststore.password", "value-of-TRUST");
    }

    @Test
    void anEmptyEndpointIdentificationIsRefused() throws IOException {
        Path file = write("ssl.endpoint.identification.algorithm=\n");

        Problem problem = refused(file);

        assertThat(problem.kind()).isEqualTo(Problem.Kind.USAGE);
        assertThat(problem.what()).isEqualTo("the client properties turn host name verification off");
        assertThat(problem.where()).isEqualTo(file + ", ssl.endpoint.identification.algorithm");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path file = directory.resolve("nowhere.properties");

        Problem problem = refused(file);

        assertThat(problem.where()).isEqualTo(file.toString());
        assertThat(problem.why()).isEqualTo("there is no such file");
    }

    private Problem refused(Path file) {
        Environment environment = TestEnvironments.of("k1:9092", Optional.of(file));
        return catchThrowableOfType(ProblemException.class, () -> new ClientSettings(REFERENCES).of(environment))
                .problem();
    }

    private Map<String, Object> settings(String text) throws IOException {
        return new ClientSettings(REFERENCES).of(TestEnvironments.of("k1:9092", Optional.of(write(text))));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("client.properties"), text);
    }
}
