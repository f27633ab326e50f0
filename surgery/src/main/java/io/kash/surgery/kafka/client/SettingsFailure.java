package io.kash.surgery.kafka.client;

/** Says why a client's settings cannot be used, and no secret that stands in them. */
final class SettingsFailure {
    private SettingsFailure() {}

    /**
     * The innermost reason. Kafka hides passwords, but a JAAS line it cannot read it repeats in part, and the part may be
     * what follows a quote within the password.
     */
    static String words(Throwable thrown) {
        Throwable at = thrown;
        for (Throwable cause = at.getCause(); cause != null && cause.getMessage() != null; cause = at.getCause()) {
            at = cause;
        }
        String message = String.valueOf(at.getMessage());
        return message.contains("JAAS config")
                ? "sasl.jaas.config is not of the form <module> required <name>=\"<value>\" …; a quote or backslash within a"
                        + " value needs a backslash before it"
                : message;
    }
}
