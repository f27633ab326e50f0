package io.kash.surgery.plan;

/**
 * What a plan is for: a plan made for one cluster never runs on another.
 *
 * @param environment the environment's name
 * @param clusterId the Kafka cluster id seen when the plan was made
 */
public record Target(String environment, String clusterId) {}
