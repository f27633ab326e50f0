package io.kash.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x --set password=a",
                "x --set=Token=abc",
                "x SECRET = 1",
                "x --api-key 1234",
                "x sasl.password: a",
                "x --client-secret 'a'"
            })
    void a_line_that_may_hold_a_secret_is_told(String line) {
        assertThat(Secrets.suspected(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"topics list", "topics show passwords", "drain 12"})
    void others_are_kept(String line) {
        assertThat(Secrets.suspected(line)).isFalse();
    }
}
