package io.kash.surgery.plan;

/** Data that is stored under a {@link Kind}. */
public interface Kinded {
    Kind kind();
}
