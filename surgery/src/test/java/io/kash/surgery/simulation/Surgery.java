package io.kash.surgery.simulation;

import io.kash.surgery.coordination.Fence;
import io.kash.surgery.coordination.Store;
import io.kash.surgery.operation.Hands;
import io.kash.surgery.operation.Observer;
import io.kash.surgery.operation.Repertoire;
import io.kash.surgery.plan.Json;
import io.kash.surgery.repertoire.Repertoires;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The product as every shell runs it; a test of a guard puts something in the place of the guard. */
record Surgery(
        Supplier<Repertoire> repertoire,
        UnaryOperator<Observer> eyes,
        UnaryOperator<Hands> hands,
        UnaryOperator<Store> store,
        UnaryOperator<Fence> fence) {
    private static final Repertoire STANDARD = Repertoires.standard();
    private static final Json JSON = STANDARD.json();

    static final Surgery AS_IT_IS = new Surgery(
            () -> STANDARD,
            UnaryOperator.identity(),
            UnaryOperator.identity(),
            UnaryOperator.identity(),
            UnaryOperator.identity());

    /** One for all: what is stored is of the same kinds whatever guard is off. */
    static Json json() {
        return JSON;
    }

    Surgery withEyes(UnaryOperator<Observer> other) {
        return new Surgery(repertoire, other, hands, store, fence);
    }

    Surgery withHands(UnaryOperator<Hands> other) {
        return new Surgery(repertoire, eyes, other, store, fence);
    }

    Surgery withStore(UnaryOperator<Store> other) {
        return new Surgery(repertoire, eyes, hands, other, fence);
    }

    Surgery withFence(UnaryOperator<Fence> other) {
        return new Surgery(repertoire, eyes, hands, store, other);
    }

    Surgery withRepertoire(Repertoire other) {
        return new Surgery(() -> other, eyes, hands, store, fence);
    }
}
