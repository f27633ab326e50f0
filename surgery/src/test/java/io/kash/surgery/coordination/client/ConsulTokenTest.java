package io.kash.surgery.coordination.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsulTokenTest {
    @ParameterizedTest
    @ValueSource(strings = {"hunter2\nsecond line", "hunter2 ", "hünter2", "hunter2\u0000"})
    void a_token_that_no_header_can_hold_is_refused_and_not_repeated(String token) {
        try (ConsulStore store = new ConsulStore("http://127.0.0.1:9", () -> Optional.of(token), "lab")) {
            ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> store.get("lock"));

            assertThat(thrown.problem().kind()).isEqualTo(Problem.Kind.USAGE);
            assertThat(thrown.problem().what()).isEqualTo("Consul's token cannot be used");
            assertThat(thrown).hasStackTraceContaining("token");
            assertThat(thrown.problem() + " " + thrown).doesNotContain("hunter2", "hünter2");
        }
    }
}
