package io.kash.surgery.kafka;

/**
 * A voter of the metadata quorum: its node id and the id of the directory its log is in, together (KIP-853). The same id
 * on another disk is another replica: it does not hold what the first one promised to hold.
 *
 * @param directory 22 characters, as Kafka writes it
 */
public record VoterKey(int id, String directory) implements Comparable<VoterKey> {
    @Override
    public int compareTo(VoterKey other) {
        return id == other.id ? directory.compareTo(other.directory) : Integer.compare(id, other.id);
    }

    @Override
    public String toString() {
        return id + " (" + directory + ")";
    }
}
