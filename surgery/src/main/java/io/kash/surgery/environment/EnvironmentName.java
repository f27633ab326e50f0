package io.kash.surgery.environment;

/** The name of an environment, as the environments file writes it. */
public record EnvironmentName(String value) implements Comparable<EnvironmentName> {
    public EnvironmentName {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an environment has a name; env list shows those there are");
        }
    }

    @Override
    public int compareTo(EnvironmentName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
