package io.kash.surgery.kafka.client;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;

/** Picks throttles out of settings. Pure. */
final class ThrottlesMapping {
    private ThrottlesMapping() {}

    /**
     * The values of some keys, as far as they come from the given source. One from a file or a cluster default is
     * nobody's throttle and cannot be deleted by us.
     */
    static Map<String, String> set(Config settings, List<String> keys, ConfigSource source) {
        SortedMap<String, String> found = new TreeMap<>();
        for (String key : keys) {
            ConfigEntry entry = settings.get(key);
            if (entry != null && entry.source() == source && entry.value() != null) {
                found.put(key, entry.value());
            }
        }
        return Collections.unmodifiableSortedMap(found);
    }
}
