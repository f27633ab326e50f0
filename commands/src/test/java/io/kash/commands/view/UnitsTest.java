package io.kash.commands.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
    @ParameterizedTest
    @CsvSource({
        "0,                   0 B",
        "1023,                1023 B",
        "1024,                1 KiB",
        "1536,                1.5 KiB",
        "19541891645,         18.2 GiB",
        "2539860069417,       2.31 TiB",
        "1048575,             1 MiB",
        "1023410176,          976 MiB",
        "1073217536,          1 GiB",
        "9223372036854775807, 8 EiB",
        "-1536,               -1.5 KiB",
    })
    void bytes_have_three_digits_and_a_binary_unit(long bytes, String text) {
        assertThat(Units.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"79000000, 79 MB/s", "80000000, 80 MB/s", "999, 999 B/s", "1000, 1 kB/s", "1250000000, 1.25 GB/s"})
    void rates_have_a_decimal_unit(long bytesPerSecond, String text) {
        assertThat(Units.rate(bytesPerSecond)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0s",
        "41, 41s",
        "60, 1m",
        "190, 3m 10s",
        "3600, 1h",
        "30300, 8h 25m",
        "86399, 23h 59m",
        "187200, 2d 4h",
        "-5, 0s"
    })
    void durations_have_their_two_largest_units(long seconds, String text) {
        assertThat(Units.duration(Duration.ofSeconds(seconds))).isEqualTo(text);
    }

    @Test
    void counts_have_separators_and_nouns_their_plural() {
        assertThat(Units.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(Units.count(1, "topic")).isEqualTo("1 topic");
        assertThat(Units.count(1200, "topic")).isEqualTo("1,200 topics");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0 %", "71, 100, 71 %", "999, 1000, 99 %", "1000, 1000, 100 %"})
    void percentages_are_rounded_down(long part, long whole, String text) {
        assertThat(Units.percent(part, whole)).isEqualTo(text);
    }
}
