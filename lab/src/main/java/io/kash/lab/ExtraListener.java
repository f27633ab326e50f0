package io.kash.lab;

/**
 * A listener every broker opens beside its plain one.
 *
 * @param name its name in the brokers' properties, in capitals
 * @param protocol Kafka's word for it: {@code SSL}, {@code SASL_SSL}, {@code SASL_PLAINTEXT}
 */
public record ExtraListener(String name, String protocol) {}
