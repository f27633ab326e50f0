package io.kash.lab.traffic;

import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/** What a producer was told about a record. */
enum Fate {
    /** Not told yet. */
    PENDING,
    ACKED,
    /** It is certain that no broker has written it. */
    FAILED,
    /** It may or may not have been written: a timeout, a connection that broke. */
    UNKNOWN;

    static Fate ofFailure(Exception exception) {
        boolean refused = exception instanceof RecordTooLargeException
                || exception instanceof SerializationException
                || exception instanceof AuthorizationException
                || exception instanceof InvalidTopicException;
        return refused ? FAILED : UNKNOWN;
    }
}
