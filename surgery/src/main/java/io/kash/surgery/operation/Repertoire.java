package io.kash.surgery.operation;

import io.kash.surgery.plan.Json;
import io.kash.surgery.plan.Kind;
import io.kash.surgery.plan.Kinded;
import io.kash.surgery.plan.Planner;
import io.kash.surgery.plan.Proposal;
import io.kash.surgery.plan.Request;
import io.kash.surgery.plan.Reversal;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Step;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** Everything this shell knows to plan and to do, by kind. An engine adds its entries and changes nothing else. */
public final class Repertoire {
    private final Map<Kind, Class<? extends Kinded>> kinds = new LinkedHashMap<>();
    private final Map<Class<?>, BiFunction<Json, String, Planner<?>>> planners = new LinkedHashMap<>();
    private final Map<Class<?>, Pace<?>> paces = new LinkedHashMap<>();

    /** A hold or an effect. */
    public Repertoire knows(Kind kind, Class<? extends Kinded> type) {
        if (kinds.put(kind, type) != null) {
            throw new IllegalArgumentException("two classes for " + kind);
        }
        return this;
    }

    /** @param planner makes the request's planner from the JSON and the environment's name */
    public <R extends Request> Repertoire plans(
            Kind kind, Class<R> type, BiFunction<Json, String, Planner<?>> planner) {
        planners.put(type, planner);
        return knows(kind, type);
    }

    public <S extends Step> Repertoire performs(Kind kind, Class<S> type, Pace<S> pace) {
        paces.put(type, pace);
        return knows(kind, type);
    }

    public Json json() {
        return new Json(kinds);
    }

    /** Plans any request this shell knows. */
    public Proposal plan(Json json, String environment, Request request, Snapshot before) {
        return planner(json, environment, request).plan(request, before);
    }

    /** The way back from any request this shell knows. */
    public Reversal undo(Json json, String environment, Request request, Snapshot before) {
        return planner(json, environment, request).undo(request, before);
    }

    @SuppressWarnings("unchecked") // plans() ties a request's class to a planner of that class
    private Planner<Request> planner(Json json, String environment, Request request) {
        BiFunction<Json, String, Planner<?>> planner = planners.get(request.getClass());
        if (planner == null) {
            throw new IllegalArgumentException("no planner for " + request.kind());
        }
        return (Planner<Request>) planner.apply(json, environment);
    }

    @SuppressWarnings("unchecked") // performs() ties a step's class to a pace of that class
    Pace<Step> pace(Step step) {
        Pace<?> pace = paces.get(step.getClass());
        if (pace == null) {
            throw new IllegalArgumentException("no pace for " + step.kind());
        }
        return (Pace<Step>) pace;
    }
}
