package io.kash.surgery.zookeeper.client;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/**
 * A client address as it is written.
 *
 * @param host a name or an address, without brackets
 */
record ServerAddress(String host, int port) {
    /** @throws UnknownHostException when nobody knows the name */
    InetSocketAddress resolved() throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByName(host), port);
    }

    @Override
    public String toString() {
        return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
    }
}
