package io.kash.surgery.zookeeper.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HoldingTest {
    private static final Holding TWO = holding(Map.of("/a", "1 1 0 ff", "/b", "2 2 0 ff"));

    @Test
    void the_same_nodes_have_the_same_digest_and_any_other_content_has_another() {
        assertThat(TWO.digest())
                .isEqualTo(holding(Map.of("/b", "2 2 0 ff", "/a", "1 1 0 ff")).digest())
                .hasSize(64);
        assertThat(TWO.digest())
                .isNotEqualTo(
                        holding(Map.of("/a", "1 1 0 ff", "/b", "2 2 0 fe")).digest())
                .isNotEqualTo(holding(Map.of("/a", "1 1 0 ff")).digest())
                .isNotEqualTo(
                        holding(Map.of("/a", "1 1 0 ff", "/c", "2 2 0 ff")).digest());
    }

    @Test
    void what_only_one_has_and_what_is_something_else_differs() {
        assertThat(TWO.differingFrom(holding(Map.of("/b", "2 3 1 fe", "/c", "4 4 0 ff"))))
                .containsExactly("/a", "/b", "/c");
        assertThat(TWO.differingFrom(TWO)).isEmpty();
    }

    private static Holding holding(Map<String, String> byPath) {
        return new Holding(new TreeMap<>(byPath));
    }
}
