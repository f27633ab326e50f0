package io.kash.surgery.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.fake.FakeStore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogTest {
    private final FakeStore store = new FakeStore();

    @Test
    void linesAreReadBackInTheirOrder() {
        Log log = Log.open(store, "journal");
        IntStream.range(0, 50).forEach(i -> assertThat(log.append("line " + i)).isTrue());

        assertThat(Log.open(store, "journal").lines())
                .hasSize(50)
                .startsWith("line 0")
                .endsWith("line 49");
    }

    @Test
    void ofTwoWritersTheSecondIsTold() {
        Log first = Log.open(store, "journal");
        Log second = Log.open(store, "journal");

        assertThat(first.append("mine")).isTrue();
        assertThat(second.append("yours")).isFalse();
        assertThat(Log.open(store, "journal").lines()).containsExactly("mine");
    }

    @Test
    void aLogLargerThanAValueIsSplit() {
        Log log = Log.open(store, "journal");
        String line = "x".repeat(store.maxValueBytes() / 2);

        for (int i = 0; i < 5; i++) {
            assertThat(log.append(line)).isTrue();
        }

        assertThat(store.list("journal")).hasSizeGreaterThan(1);
        assertThat(Log.open(store, "journal").lines()).hasSize(5).containsOnly(line);
    }

    @Test
    void aTornLastLineWasNeverAcknowledgedAndIsDropped() {
        Log log = Log.open(store, "journal");
        assertThat(log.append("whole")).isTrue();
        Store.Entry entry = store.get("journal/000000").orElseThrow();
        assertThat(store.putIf("journal/000000", entry.value() + "{\"torn", entry.version()))
                .isPresent();

        assertThat(Log.open(store, "journal").lines()).containsExactly("whole");
    }

    @Test
    void aLongTextIsWrittenWholeOrNotAtAll() {
        String text = "é😀".repeat(store.maxValueBytes());

        assertThat(LongText.write(store, "plan", text)).isTrue();
        assertThat(LongText.read(store, "plan")).contains(text);
        assertThat(LongText.write(store, "plan", "another")).isFalse();
        assertThat(LongText.read(store, "plan")).contains(text);
    }
}
