package io.kash.surgery.kafka;

/**
 * Where a controller listens to the other controllers.
 *
 * @param listener the listener's name, as the quorum knows it
 */
public record ControllerEndpoint(String listener, String host, int port) {
    public String address() {
        return host.indexOf(':') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
    }
}
