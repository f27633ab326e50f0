package io.kash.surgery.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void neighbours_become_one_range() {
        Numbers numbers = new Numbers();
        for (long number : new long[] {5, 3, 4, 0, 1}) {
            assertThat(numbers.add(number)).isTrue();
        }

        assertThat(numbers).hasToString("0-1,3-5");
        assertThat(numbers.count()).isEqualTo(5);
        assertThat(numbers.add(4)).as("a second time").isFalse();
        assertThat(numbers.contains(2)).isFalse();
    }

    @Test
    void text_is_read_back_as_it_was_written() {
        assertThat(Numbers.of("0-99,101,200-201")).hasToString("0-99,101,200-201");
        assertThat(Numbers.of("0-99,101").count()).isEqualTo(101);
        assertThat(Numbers.of("")).isEqualTo(new Numbers());
    }

    @Test
    void text_that_is_not_ascending_ranges_is_refused() {
        for (String text : new String[] {"5-3", "0-9,5", "x", "-1"}) {
            assertThatThrownBy(() -> Numbers.of(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void what_the_other_has_is_taken_away() {
        assertThat(Numbers.of("0-9").without(Numbers.of("0-3,5,7-20"))).hasToString("4,6");
    }

    @Test
    void a_copy_no_longer_changes() {
        Numbers numbers = Numbers.of("0-3");
        Numbers copy = numbers.copy();
        numbers.add(4);

        assertThat(copy).hasToString("0-3");
    }

    @Test
    void any_order_gives_the_same_as_a_plain_set() {
        Random random = new Random(7);
        TreeSet<Long> plain = new TreeSet<>();
        Numbers numbers = new Numbers();
        for (int i = 0; i < 2_000; i++) {
            long number = random.nextInt(800);
            assertThat(numbers.add(number)).isEqualTo(plain.add(number));
        }

        assertThat(numbers.count()).isEqualTo(plain.size());
        for (long number = 0; number < 800; number++) {
            assertThat(numbers.contains(number)).isEqualTo(plain.contains(number));
        }
        assertThat(Numbers.of(numbers.toString())).isEqualTo(numbers);
    }
}
