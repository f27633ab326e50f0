package io.kash.surgery.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HookWordsTest {
    private static final List<String> WORDS = List.of("ssh", "${host}", "sudo", "restart-${kind}", "--id=${id}");

    @Test
    void names_stand_for_the_server_in_whole_words_and_in_parts_of_words() {
        assertThat(HookWords.of(WORDS, "broker", 12, "10.0.1.21"))
                .containsExactly("ssh", "10.0.1.21", "sudo", "restart-broker", "--id=12");
    }

    @Test
    void what_a_cluster_says_of_its_hosts_stays_one_word_and_is_not_read_again() {
        assertThat(HookWords.of(WORDS, "broker", 1, "x; rm -rf / $1 ${id}")).contains("x; rm -rf / $1 ${id}");
    }

    @Test
    void a_name_nothing_is_known_of_is_found() {
        assertThat(HookWords.unknown(WORDS)).isEmpty();
        assertThat(HookWords.unknown(List.of("curl", "${env:TOKEN}"))).contains("env:TOKEN");
    }
}
