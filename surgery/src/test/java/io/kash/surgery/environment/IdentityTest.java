package io.kash.surgery.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kash.surgery.fake.SampleEnvironment;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void whatIsPinnedInTheFileWins() {
        IdentityPins pins = new IdentityPins(directory);
        pins.pin(environment(Optional.empty()), "remembered");

        assertThat(pins.pinned(environment(Optional.of("of-the-file")))).contains("of-the-file");
    }

    @Test
    void aPinIsRememberedForItsOwnerOnly() throws IOException {
        Path made = directory.resolve("kash/pins");
        IdentityPins pins = new IdentityPins(made);
        Environment environment = environment(Optional.empty());
        assertThat(pins.pinned(environment)).isEmpty();

        pins.pin(environment, "Q3x-kA");

        assertThat(new IdentityPins(made).pinned(environment)).contains("Q3x-kA");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.resolve("lab"))))
                .isEqualTo("rw-------");
        assertThat(made.toFile().list()).containsExactly("lab");
    }

    @Test
    void aPinThatIsThereAndCannotBeUnderstoodIsNotTakenForNone() throws IOException {
        Files.writeString(directory.resolve("lab"), "two words\n");

        ProblemException unusable = catchThrowableOfType(
                ProblemException.class, () -> new IdentityPins(directory).pinned(environment(Optional.empty())));

        assertThat(unusable.problem().kind()).isEqualTo(Problem.Kind.USAGE);
    }

    @Test
    void anEnvironmentThatTheFilePinsIsNotPinnedElsewhere() {
        assertThatThrownBy(() -> new IdentityPins(directory).pin(environment(Optional.of("of-the-file")), "other"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pinsAreKeptInTheStateDirectory() {
        Path home = Path.of("/home/ada");

        assertThat(IdentityPins.usualDirectory(name -> Optional.empty(), home))
                .isEqualTo(Path.of("/home/ada/.local/state/kash/pins"));
        assertThat(IdentityPins.usualDirectory(name -> Optional.of("/var/ada"), home))
                .isEqualTo(Path.of("/var/ada/kash/pins"));
    }

    @Test
    void theRightClusterIsNoProblemAndSoIsAnyWhereNothingIsPinned() {
        Environment environment = environment(Optional.empty());

        assertThat(Identity.verify(environment, Optional.of("one"), "one")).isEmpty();
        assertThat(Identity.verify(environment, Optional.empty(), "one")).isEmpty();
    }

    @Test
    void anotherClusterIsRefusedWithBothIds() {
        Problem problem = Identity.verify(environment(Optional.empty()), Optional.of("one"), "other")
                .orElseThrow();

        assertThat(problem.kind()).isEqualTo(Problem.Kind.REFUSED);
        assertThat(problem.what()).startsWith("wrong cluster");
        assertThat(problem.why()).isEqualTo("pinned is cluster id one, seen is other");
    }

    private static Environment environment(Optional<String> clusterId) {
        return SampleEnvironment.of("lab", Protection.NAME, "127.0.0.1:9092")
                .pinned(clusterId)
                .done();
    }
}
