package io.kash.lab.address;

/** Where a server listens. */
public record Endpoint(String host, int port) {
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
