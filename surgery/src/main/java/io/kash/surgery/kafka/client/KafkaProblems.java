package io.kash.surgery.kafka.client;

import io.kash.surgery.environment.Environment;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;

/** Says in an operator's words what the Kafka client's exceptions mean. */
final class KafkaProblems {
    private final Environment environment;
    private final BootstrapProbe probe;

    KafkaProblems(Environment environment, BootstrapProbe probe) {
        this.environment = environment;
        this.probe = probe;
    }

    /**
     * @param what what was tried, as in "cannot read the topics"
     */
    ProblemException of(String what, KafkaFailure failure) {
        return problem(what, failure).asException(failure.reason());
    }

    private Problem problem(String what, KafkaFailure failure) {
        String where = where();
        if (failure.interrupted()) {
            return Problem.failed(what, where, "it was interrupted", "");
        }
        if (failure.notAuthorised()) {
            return new Problem(
                    Problem.Kind.NOT_AUTHORISED,
                    what,
                    where,
                    failure.words(),
                    "check the user, the certificates and the rights of " + credentials());
        }
        if (failure.timedOut()) {
            return new Problem(
                    Problem.Kind.TIMED_OUT,
                    what,
                    where,
                    probe.report() + " (" + failure.words() + ")",
                    checkAddresses());
        }
        return Problem.failed(what, where, failure.words(), "");
    }

    /** All addresses refuse. */
    ProblemException unreachable(String report) {
        return new Problem(
                        Problem.Kind.TIMED_OUT,
                        "cannot reach the Kafka cluster of '" + environment.name() + "'",
                        where(),
                        report,
                        checkAddresses())
                .asException();
    }

    private String checkAddresses() {
        return "check kafka.bootstrap of '" + environment.name()
                + "', and that the brokers run and can be reached from here";
    }

    private String where() {
        return environment.name() + ", kafka " + environment.kafka().bootstrap();
    }

    private String credentials() {
        return environment.kafka().client().orElse("this client: the environment names no client properties file");
    }
}
