package io.kash.surgery.environment;

/** Opens connections; the one place where ports meet clients is behind it. */
public interface Connector {
    /** Never waits for an engine: what cannot be reached is found out by the first look. */
    Connection open(Environment environment);
}
