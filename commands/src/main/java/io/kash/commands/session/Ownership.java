package io.kash.commands.session;

import io.kash.surgery.kafka.AlterConfigs.Resource;
import io.kash.surgery.kafka.Partition;
import java.util.Optional;

/** Which of our operations something found in the cluster belongs to. What belongs to none is somebody else's. */
public interface Ownership {
    /** The operation that is moving the partition to where it is on its way to. */
    Optional<String> ownerOf(Partition reassigning);

    /** The operation that set this value of a throttle and has not restored what was there before. */
    Optional<String> ownerOf(Resource resource, String name, String key, String value);

    /** No operation of ours is known. */
    Ownership UNKNOWN = new Ownership() {
        @Override
        public Optional<String> ownerOf(Partition reassigning) {
            return Optional.empty();
        }

        @Override
        public Optional<String> ownerOf(Resource resource, String name, String key, String value) {
            return Optional.empty();
        }
    };
}
