package io.kash.surgery.pairing;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The operators an environment names.
 *
 * @param keys the public key of each, by name
 */
public record Roster(Map<String, PublicKeyText> keys) {
    public Roster {
        keys = Map.copyOf(keys);
    }

    /** @param operators public keys by name, as the environments file holds them */
    public static Roster of(Map<String, String> operators) {
        Map<String, PublicKeyText> keys = new TreeMap<>();
        operators.forEach((name, text) -> keys.put(name, new PublicKeyText(text)));
        return new Roster(keys);
    }

    /** Whose key it is; empty when nobody here has it. */
    public Optional<String> nameOf(PublicKeyText key) {
        return keys.entrySet().stream()
                .filter(entry -> entry.getValue().equals(key))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    Optional<PublicKeyText> keyOf(String name) {
        return Optional.ofNullable(keys.get(name));
    }
}
