package io.kash.surgery.kafka;

/** The id of a consumer group: whatever text its clients chose, but not none. */
public record GroupId(String value) implements Comparable<GroupId> {
    public GroupId {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a group id is not empty");
        }
    }

    @Override
    public int compareTo(GroupId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
