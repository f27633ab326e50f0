package io.kash.surgery.plan;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What an operator asked for, with every name, glob and fleet already resolved to ids: the ids are what is planned,
 * shown and journaled. Implementations are records.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public interface Request extends Kinded {
    /** The request in the operator's words, for lists and progress: {@code drain 12}. */
    String words();

    /** What must be observed before this can be planned. */
    Scope scope();
}
