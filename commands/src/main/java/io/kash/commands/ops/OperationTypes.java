package io.kash.commands.ops;

import io.kash.completions.signature.ValueType;
import io.kash.surgery.operation.OperationId;

/** The type of an operation's id on a command line. */
public final class OperationTypes {
    public static final ValueType<OperationId> ID = new ValueType<>(OperationId.class, "operation", OperationId::new);

    private OperationTypes() {}
}
