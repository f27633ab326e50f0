package io.kash.surgery.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no environments file at all: text, keys and their kinds. */
class EnvironmentsFileShapeTest {
    private final WrittenFile file;

    EnvironmentsFileShapeTest(@TempDir Path directory) {
        file = new WrittenFile(directory);
    }

    @Test
    void anUnknownKeyIsRefusedWithTheOneProbablyMeant() throws IOException {
        file.assertRefused(
                """
                environments:
                  lab:
                    kafka:
                      bootstrap: "127.0.0.1:9092"
                      cluster_id: abc
                """,
                "5:7",
                "unknown key environments.lab.kafka.cluster_id",
                "did you mean 'cluster-id'? known here: bootstrap, client, cluster-id");
    }

    @Test
    void anUnknownKeyThatResemblesNoneIsRefusedWithThoseThereAre() throws IOException {
        file.assertRefused("clusters: {}\n", "1:1", "unknown key clusters", "known here: environments");
    }

    @Test
    void aMissingBootstrapIsNamedWhereItBelongs() throws IOException {
        file.assertRefused(
                """
                environments:
                  lab:
                    kafka: {client: x.properties}
                """,
                "3:12",
                "environments.lab.kafka.bootstrap is missing",
                "expected the brokers as host:port, comma-separated");
    }

    @Test
    void aMissingKafkaIsNamed() throws IOException {
        file.assertRefused(
                """
                environments:
                  lab:
                    protection: none
                """,
                "3:5",
                "environments.lab.kafka is missing",
                "expected a mapping with at least 'bootstrap'");
    }

    @Test
    void aListInThePlaceOfAMappingIsRefused() throws IOException {
        file.assertRefused(
                """
                environments:
                  lab:
                    kafka: [one, two]
                """,
                "3:12",
                "environments.lab.kafka is not a mapping",
                "expected keys with values, found a list");
    }

    @Test
    void aMappingInThePlaceOfAValueIsRefused() throws IOException {
        file.assertRefused(
                """
                environments:
                  lab:
                    kafka: {bootstrap: {host: a}}
                """,
                "3:24",
                "environments.lab.kafka.bootstrap is not what it must be",
                "expected a single value, found a mapping");
    }

    @Test
    void aKeyWithoutAValueIsRefused() throws IOException {
        file.assertRefused(
                """
                environments:
                  lab:
                    kafka:
                      bootstrap:
                """,
                "4:7",
                "environments.lab.kafka.bootstrap has no value",
                "give it one, or take the key out");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        file.assertRefused("", "1:1", "the file is empty", "a mapping 'environments:' is expected");
    }

    @Test
    void aTabIsNamedForWhatItIs() throws IOException {
        file.assertRefused(
                "environments:\n\tlab:\n",
                "2:1",
                "this is not YAML",
                "the line begins with a tab; YAML is indented with spaces");
    }

    @Test
    void brokenSyntaxIsRefusedWhereItBreaks() throws IOException {
        file.assertRefused(
                """
                environments:
                  lab: {kafka: {bootstrap: "x:1"}
                  more: 1
                """,
                "3:3",
                "this is not YAML",
                "expected ',' or '}', but got <scalar>");
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() throws IOException {
        file.assertRefused(
                """
                environments:
                  lab:
                    kafka: {bootstrap: "127.0.0.1:9092"}
                  lab:
                    kafka: {bootstrap: "127.0.0.2:9092"}
                """,
                "4:3",
                "environments.lab stands twice",
                "it is on line 2 already; keep one of the two");
    }

    @Test
    void anAliasIsRefused() throws IOException {
        file.assertRefused(
                """
                environments:
                  one: &kafka
                    kafka: {bootstrap: "127.0.0.1:9092"}
                  two: *kafka
                """,
                "4:8",
                "environments.two is an alias",
                "aliases (*kafka) are not read; write the value out");
    }

    @Test
    void aNameThatCouldNotBeAFileIsRefused() throws IOException {
        file.assertRefused(
                """
                environments:
                  "../lab":
                    kafka: {bootstrap: "127.0.0.1:9092"}
                """,
                "2:3",
                "'../lab' cannot name an environment",
                "expected letters, digits, dots, dashes and underscores, beginning with a letter or digit");
    }

    @Test
    void aFileThatDoesNotExistIsNamed() {
        Path missing = file.directory().resolve("nowhere.yaml");

        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> EnvironmentsFile.read(missing));

        assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.USAGE);
        assertThat(refused.problem().where()).isEqualTo(missing.toString());
        assertThat(refused.problem().why()).isEqualTo("there is no file " + missing);
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws IOException {
        Path binary = file.directory().resolve("environments.yaml");
        Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> EnvironmentsFile.read(binary));

        assertThat(refused.problem().why()).isEqualTo("it is not UTF-8 text");
    }
}
