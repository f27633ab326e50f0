package io.kash.surgery.kafka.client;

import java.util.Set;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.NetworkException;
import org.apache.kafka.common.errors.SecurityDisabledException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownServerException;
import org.apache.kafka.common.errors.UnknownTopicIdException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** A call that failed, with the client's own reason. Checked, so that nobody forgets to say it in plain words. */
final class KafkaFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final Throwable reason;

    KafkaFailure(Throwable reason) {
        super(reason);
        this.reason = reason;
    }

    Throwable reason() {
        return reason;
    }

    boolean timedOut() {
        return reason instanceof TimeoutException;
    }

    /** The broker asked did not answer, or the connection to it broke. */
    boolean unanswered() {
        return timedOut() || reason instanceof DisconnectException || reason instanceof NetworkException;
    }

    /**
     * No telling whether the broker did what it was asked: nothing came back, or only that something unforeseen
     * happened on its side.
     */
    boolean outcomeUnknown() {
        return unanswered() || interrupted() || reason instanceof UnknownServerException;
    }

    boolean interrupted() {
        return reason instanceof InterruptedException;
    }

    boolean notAuthorised() {
        return reason instanceof AuthenticationException
                || reason instanceof AuthorizationException
                || reason instanceof SecurityDisabledException;
    }

    boolean unsupported() {
        return reason instanceof UnsupportedVersionException;
    }

    boolean unknownTopic() {
        return reason instanceof UnknownTopicOrPartitionException
                || reason instanceof UnknownTopicIdException
                || reason instanceof InvalidTopicException;
    }

    /** The reason in words, the innermost that says something. */
    String words() {
        Throwable at = reason;
        Throwable cause = at.getCause();
        // An SSL or SASL failure says little itself; its cause names the certificate or the mechanism.
        while (cause != null && cause.getMessage() != null && wraps(at)) {
            at = cause;
            cause = at.getCause();
        }
        String message = at.getMessage();
        return message == null || message.isBlank() ? at.getClass().getSimpleName() : message.strip();
    }

    private static final Set<String> WRAPPERS =
            Set.of("SslAuthenticationException", "SSLHandshakeException", "KafkaException", "ValidatorException");

    private static boolean wraps(Throwable throwable) {
        return WRAPPERS.contains(throwable.getClass().getSimpleName());
    }
}
