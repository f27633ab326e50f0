package io.kash.shell.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ImageChoiceTest {
    private static final String OFFICIAL = "zookeeper:3.8";
    private static final String STAND_IN = "kash-standin/zookeeper:3.8";

    @Test
    void an_official_image_the_engine_has_is_taken_without_asking_a_registry() {
        FakeImages images = new FakeImages(Set.of(OFFICIAL, STAND_IN), Set.of());

        assertThat(new ImageChoice(images).instead(OFFICIAL)).contains(OFFICIAL);
        assertThat(images.asked).isEmpty();
    }

    @Test
    void an_official_image_a_registry_gives_is_preferred_to_a_stand_in() {
        FakeImages images = new FakeImages(Set.of(STAND_IN), Set.of(OFFICIAL));

        assertThat(new ImageChoice(images).instead(OFFICIAL)).contains(OFFICIAL);
    }

    @Test
    void the_stand_in_is_taken_where_no_registry_answers() {
        FakeImages images = new FakeImages(Set.of(STAND_IN), Set.of());

        assertThat(new ImageChoice(images).instead(OFFICIAL)).contains(STAND_IN);
    }

    @Test
    void without_registry_and_stand_in_there_is_no_image() {
        FakeImages images = new FakeImages(Set.of(), Set.of());

        assertThat(new ImageChoice(images).instead(OFFICIAL)).isEmpty();
    }

    @Test
    void a_silent_registry_is_asked_once() {
        FakeImages images = new FakeImages(Set.of(), Set.of());
        ImageChoice choice = new ImageChoice(images);

        choice.instead(OFFICIAL);
        choice.instead(OFFICIAL);
        choice.instead("apache/kafka:3.9.2");

        assertThat(images.asked).containsExactly(OFFICIAL);
    }

    private static final class FakeImages implements Images {
        private final Set<String> present;
        private final Set<String> fetchable;
        private final List<String> asked = new ArrayList<>();

        FakeImages(Set<String> present, Set<String> fetchable) {
            this.present = present;
            this.fetchable = fetchable;
        }

        @Override
        public boolean has(String name) {
            return present.contains(name);
        }

        @Override
        public boolean fetch(String name) {
            asked.add(name);
            return fetchable.contains(name);
        }
    }
}
