package io.kash.surgery.kafka.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class SettingsFailureTest {
    @Test
    void no_part_of_a_password_with_a_quote_in_it_is_repeated() {
        Throwable thrown = opened("hunter\"secret remainder");

        assertThat(thrown).hasStackTraceContaining("secret");
        assertThat(SettingsFailure.words(thrown))
                .startsWith("sasl.jaas.config is not of the form")
                .doesNotContain("secret", "remainder", "hunter");
    }

    @Test
    void any_other_reason_is_said_in_kafkas_words() {
        Throwable thrown = new IllegalStateException("outside", new IllegalArgumentException("No LoginModule found"));

        assertThat(SettingsFailure.words(thrown)).isEqualTo("No LoginModule found");
    }

    private static Throwable opened(String password) {
        return catchThrowable(() -> Admin.create(Map.of(
                        "bootstrap.servers",
                        "127.0.0.1:9",
                        "security.protocol",
                        "SASL_PLAINTEXT",
                        "sasl.mechanism",
                        "PLAIN",
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required password=\"" + password
                                + "\";"))
                .close());
    }
}
