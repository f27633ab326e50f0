package io.kash.surgery.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kash.surgery.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferencesTest {
    private static final Map<String, String> VARIABLES =
            Map.of("USER_NAME", "ada", "TRICKY", "a$1\\b${env:USER_NAME}", "EMPTY", "");
    private static final References REFERENCES = new References(name -> Optional.ofNullable(VARIABLES.get(name)));

    @TempDir
    private Path directory = Path.of("");

    @Test
    void variablesAreReplacedWhereverTheyStand() {
        assertThat(REFERENCES.resolve("user=\"${env:USER_NAME}\" or ${env:USER_NAME}", place()))
                .isEqualTo("user=\"ada\" or ada");
    }

    @Test
    void aValueIsTakenAsItIs() {
        assertThat(REFERENCES.resolve("${env:TRICKY}", place())).isEqualTo("a$1\\b${env:USER_NAME}");
    }

    @Test
    void aFileCountsFromItsPlaceAndLosesItsLastLineEnd() throws IOException {
        Files.writeString(directory.resolve("secret"), "two\nlines\n");

        assertThat(REFERENCES.resolve("${file:secret}", place())).isEqualTo("two\nlines");
    }

    @Test
    void whatSomebodyElseResolvesIsLeftAlone() {
        assertThat(REFERENCES.resolve("${env:USER_NAME} ${file:/a:b} ${vault:x}", place(), Set.of("file")))
                .isEqualTo("ada ${file:/a:b} ${vault:x}");
    }

    @Test
    void aVariableThatIsNotSetIsNamedWithItsPlace() {
        ProblemException missing =
                catchThrowableOfType(ProblemException.class, () -> REFERENCES.resolve("${env:NOBODY}", place()));

        assertThat(missing.problem().what()).isEqualTo("the environment variable NOBODY is not set");
        assertThat(missing.problem().where()).isEqualTo("client.properties, sasl.jaas.config");
    }

    @Test
    void anEmptyVariableCountsAsNotSet() {
        assertThat(catchThrowableOfType(ProblemException.class, () -> REFERENCES.resolve("${env:EMPTY}", place())))
                .isNotNull();
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        ProblemException missing =
                catchThrowableOfType(ProblemException.class, () -> REFERENCES.resolve("${file:nowhere}", place()));

        assertThat(missing.problem().why()).isEqualTo("there is no file " + directory.resolve("nowhere"));
    }

    @Test
    void onlyAWholeReferenceIsOne() {
        assertThat(References.isReference("${env:TOKEN}")).isTrue();
        assertThat(References.isReference("${file:/run/secrets/token}")).isTrue();
        assertThat(References.isReference("secret${env:TOKEN}")).isFalse();
        assertThat(References.isReference("secret")).isFalse();
    }

    private References.Place place() {
        return new References.Place("client.properties, sasl.jaas.config", directory);
    }
}
