package io.kash.surgery.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicGlobTest {
    @ParameterizedTest
    @CsvSource({
        "payments,      payments,      true",
        "payments,      payments-2,    false",
        "payments*,     payments,      true",
        "payments-*,    payments-eu-1, true",
        "*-eu-*,        payments-eu-1, true",
        "*-eu-*,        payments-us-1, false",
        "*eu,           eu-eu,         true",
        "?rders,        orders,        true",
        "?rders,        rders,         false",
        "a.b,           axb,           false",
        "*,             __consumer_offsets, true",
        "**a*b**,       xxaxxbxx,      true",
        "*a*b,          xxaxxbxx,      false",
    })
    void a_glob_names_whole_topic_names(String glob, String topic, boolean named) {
        assertThat(new TopicGlob(glob).matches(topic)).isEqualTo(named);
    }

    @Test
    void a_glob_of_many_stars_is_answered_at_once() {
        assertThat(new TopicGlob("*a*a*a*a*a*a*a*a*a*a*b").matches("a".repeat(249)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pay ments", "[ab]", "payments,orders", "payments\n"})
    void what_no_topic_name_can_hold_is_refused(String glob) {
        assertThatThrownBy(() -> new TopicGlob(glob))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("names no topic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a b", "pay*"})
    void what_is_no_topic_name_is_refused(String name) {
        assertThatThrownBy(() -> new TopicName(name)).isInstanceOf(IllegalArgumentException.class);
    }
}
