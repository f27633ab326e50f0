package io.kash.surgery.kafka;

import java.util.Optional;

/** A broker that is registered with the controller. */
public record Broker(BrokerId id, String host, int port, Optional<String> rack, boolean fenced) {
    /** Registered and taking part. */
    public boolean alive() {
        return !fenced;
    }
}
