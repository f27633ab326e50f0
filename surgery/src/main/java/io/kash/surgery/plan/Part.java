package io.kash.surgery.plan;

/** What was seen of one engine or subject. Implementations are immutable values. */
public interface Part {}
