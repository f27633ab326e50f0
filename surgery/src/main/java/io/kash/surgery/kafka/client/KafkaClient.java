package io.kash.surgery.kafka.client;

import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.References;
import io.kash.surgery.kafka.client.BootstrapProbe.Found;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * One admin client for one environment, opened when it is first needed and closed once. An opening that fails is tried
 * again at the next need.
 *
 * <p>Before it opens, the bootstrap addresses are tried; when all of them refuse, that is said at once.
 */
final class KafkaClient implements AutoCloseable {
    /** For all calls of one look or effect together. With the probe after it, an answer takes 10 s at the most. */
    static final Duration TIME_OF_A_LOOK = Duration.ofMillis(ClientSettings.CALL_TIMEOUT_MILLIS);

    private static final Duration CLOSES_WITHIN = Duration.ofSeconds(2);

    private final Environment environment;
    private final ClientSettings settings;
    private final Executor executor;
    private volatile @Nullable Admin admin;
    private boolean closed;

    KafkaClient(Environment environment, References references, Executor executor) {
        this.environment = environment;
        this.settings = new ClientSettings(references);
        this.executor = executor;
    }

    /**
     * The client, opened if need be.
     *
     * @throws ProblemException when all addresses refuse, or the settings cannot be used
     */
    Admin admin() {
        Admin open = admin;
        if (open != null) {
            return open;
        }
        // Outside the lock: several looks may find out at once, none waits for the other.
        Map<String, Object> configuration = settings.of(environment);
        BootstrapProbe probe = probe();
        List<Found> found = probe.tryAll();
        if (found.stream().allMatch(one -> one.contact() == BootstrapProbe.Contact.REFUSED)) {
            throw problems(probe).unreachable(BootstrapProbe.words(found));
        }
        return open(configuration);
    }

    private synchronized Admin open(Map<String, Object> configuration) {
        if (closed) {
            throw new IllegalStateException("the connection to " + environment.name() + " is closed");
        }
        Admin open = admin;
        if (open == null) {
            open = create(configuration);
            admin = open;
        }
        return open;
    }

    private Admin create(Map<String, Object> configuration) {
        try {
            return new Opening(configuration, BootstrapAddresses.of(environment)).open();
        } catch (KafkaException e) {
            throw Problem.usage(
                            "the Kafka client of '" + environment.name() + "' cannot be opened",
                            environment.kafka().client().orElse(environment.name() + ", kafka"),
                            SettingsFailure.words(e),
                            "correct the client properties that kafka.client names")
                    .asException(e);
        }
    }

    /** The failure as a problem, with what is found at the bootstrap addresses now where that explains it. */
    ProblemException problem(String what, KafkaFailure failure) {
        return problems(probe()).of(what, failure);
    }

    /** The environment it is for. */
    String name() {
        return environment.name();
    }

    private KafkaProblems problems(BootstrapProbe probe) {
        return new KafkaProblems(environment, probe);
    }

    private BootstrapProbe probe() {
        return new BootstrapProbe(BootstrapAddresses.of(environment), executor);
    }

    @Override
    public synchronized void close() {
        closed = true;
        Admin open = admin;
        admin = null;
        if (open != null) {
            open.close(CLOSES_WITHIN);
        }
    }
}
