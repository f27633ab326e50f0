package io.kash.surgery.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** An environments file as tests write and read it. */
record WrittenFile(Path directory) {
    static String withLab(String line) {
        return "environments:\n  lab:\n    kafka: {bootstrap: \"127.0.0.1:9092\"}\n    " + line + "\n";
    }

    Environments read(String text) throws IOException {
        return EnvironmentsFile.read(write(text));
    }

    ProblemException assertRefused(String text, String position, String what, String why) throws IOException {
        Path file = write(text);

        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> EnvironmentsFile.read(file));

        assertThat(refused).as("must be refused").isNotNull();
        assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.USAGE);
        assertThat(refused.problem().what()).isEqualTo(what);
        assertThat(refused.problem().where()).isEqualTo(file + ":" + position);
        assertThat(refused.problem().why()).isEqualTo(why);
        return refused;
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("environments.yaml"), text, StandardCharsets.UTF_8);
    }
}
