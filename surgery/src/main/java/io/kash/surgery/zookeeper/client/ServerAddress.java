package io.kash.surgery.zookeeper.client;

/**
 * A client address as it is written.
 *
 * @param host a name or an address, without brackets
 */
record ServerAddress(String host, int port) {
    @Override
    public String toString() {
        return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
    }
}
