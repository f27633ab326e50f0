package io.kash.shell.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.surgery.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentsLocationTest {
    private final Path root;

    private final Map<String, String> env = new HashMap<>();
    private Optional<Path> option = Optional.empty();

    EnvironmentsLocationTest(@TempDir Path root) {
        this.root = root;
    }

    @Test
    void the_option_wins_over_everything() throws IOException {
        file("named.yaml");
        file("variable.yaml");
        file("environments.yaml");
        option = Optional.of(Path.of("named.yaml"));
        env.put("KASH_ENVIRONMENTS", "variable.yaml");

        assertThat(location().find()).isEqualTo(root.resolve("named.yaml"));
    }

    @Test
    void then_comes_the_variable_then_the_folder_then_the_configuration() throws IOException {
        Path configured = file("config/kash/environments.yaml");
        env.put("XDG_CONFIG_HOME", root.resolve("config").toString());
        assertThat(location().find()).isEqualTo(configured);

        Path here = file("environments.yaml");
        assertThat(location().find()).isEqualTo(here);

        Path variable = file("variable.yaml");
        env.put("KASH_ENVIRONMENTS", variable.toString());
        assertThat(location().find()).isEqualTo(variable);
    }

    @Test
    void a_file_that_is_named_and_not_there_is_not_replaced_by_another() throws IOException {
        file("environments.yaml");
        option = Optional.of(Path.of("gone.yaml"));

        assertThatThrownBy(() -> location().find())
                .isInstanceOf(ProblemException.class)
                .hasMessage("the environments file is not there: --environments names it");
    }

    @Test
    void where_there_is_none_the_places_are_named() {
        assertThatThrownBy(() -> location().find()).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().where())
                .isEqualTo(root.resolve("environments.yaml") + ", "
                        + root.resolve("home/.config/kash/environments.yaml")));
    }

    private EnvironmentsLocation location() {
        return new EnvironmentsLocation(option, env, root, root.resolve("home"));
    }

    private Path file(String name) throws IOException {
        Path path = root.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, "");
    }
}
