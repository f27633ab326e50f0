package io.kash.surgery.kafka.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.kafka.Throttles;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.junit.jupiter.api.Test;

class ThrottlesMappingTest {
    @Test
    void onlyValuesSetOnTheBrokerItselfCount() {
        Config settings = new Config(List.of(
                entry(Throttles.LEADER_RATE, "100", ConfigSource.DYNAMIC_BROKER_CONFIG),
                entry(Throttles.FOLLOWER_RATE, "200", ConfigSource.DYNAMIC_DEFAULT_BROKER_CONFIG),
                entry(Throttles.LOG_DIR_RATE, "300", ConfigSource.STATIC_BROKER_CONFIG),
                entry("num.io.threads", "8", ConfigSource.DYNAMIC_BROKER_CONFIG)));

        assertThat(ThrottlesMapping.set(settings, Throttles.BROKER_KEYS, ConfigSource.DYNAMIC_BROKER_CONFIG))
                .isEqualTo(Map.of(Throttles.LEADER_RATE, "100"));
    }

    private static ConfigEntry entry(String key, String value, ConfigSource source) {
        return new ConfigEntry(key, value, source, false, false, List.of(), ConfigEntry.ConfigType.LONG, "");
    }
}
