package io.kash.surgery.kafka.client;

import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.References;
import io.kash.surgery.problem.Problem;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.SslConfigs;

/**
 * The settings of a client: our defaults, over them the environment's client properties file as it stands, over
 * it what must hold in any case: the bootstrap addresses, which are the environment's identity, and the limits on
 * waiting.
 *
 * <p>Names Kafka's own {@code config.providers} resolves (KIP-297, KIP-421) are left to it when the file declares them.
 */
public final class ClientSettings {
    /** Longer than a loaded broker takes, short enough to try another one within a look. */
    static final int REQUEST_TIMEOUT_MILLIS = 3_000;

    static final int CALL_TIMEOUT_MILLIS = 8_000;
    private static final String PROVIDERS = "config.providers";

    private final References references;

    public ClientSettings(References references) {
        this.references = references;
    }

    /** @throws io.kash.surgery.problem.ProblemException of kind USAGE when the file cannot be used */
    public Map<String, Object> of(Environment environment) {
        return of(environment, environment.kafka().client());
    }

    /** Of a client that asks controllers at their own listener, which may want other ones than the brokers'. */
    Map<String, Object> ofControllers(Environment environment) {
        return of(
                environment,
                environment.kraft().client().or(() -> environment.kafka().client()));
    }

    private Map<String, Object> of(Environment environment, Optional<String> client) {
        Map<String, Object> settings = new HashMap<>(defaults(environment));
        client.ifPresent(file -> settings.putAll(fromFile(environment, Path.of(file))));
        settings.put(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, environment.kafka().bootstrap());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, CALL_TIMEOUT_MILLIS);
        return settings;
    }

    private static Map<String, Object> defaults(Environment environment) {
        return Map.of(
                AdminClientConfig.CLIENT_ID_CONFIG, "kash-" + environment.name(),
                AdminClientConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, 2_000,
                AdminClientConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG, 4_000,
                AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 50,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500,
                AdminClientConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 500,
                AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG, false,
                AdminClientConfig.METRIC_REPORTER_CLASSES_CONFIG, "");
    }

    private Map<String, Object> fromFile(Environment environment, Path file) {
        Properties read = read(environment, file);
        Path directory = file.toAbsolutePath().getParent();
        Set<String> leftToKafka = Stream.of(read.getProperty(PROVIDERS, "").split(","))
                .map(String::strip)
                .collect(Collectors.toSet());
        Map<String, Object> settings = new HashMap<>();
        for (String key : read.stringPropertyNames()) {
            References.Place place = new References.Place(
                    file + ", " + key, directory == null ? Path.of("").toAbsolutePath() : directory);
            settings.put(key, references.resolve(read.getProperty(key), place, leftToKafka));
        }
        verifyHostNamesAreVerified(file, settings);
        return settings;
    }

    private static Properties read(Environment environment, Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
            return properties;
        } catch (NoSuchFileException e) {
            throw unusable(environment, file, "there is no such file").asException(e);
        } catch (IOException | IllegalArgumentException e) {
            throw unusable(environment, file, String.valueOf(e.getMessage())).asException(e);
        }
    }

    private static Problem unusable(Environment environment, Path file, String why) {
        return Problem.usage(
                "the client properties of '" + environment.name() + "' cannot be read",
                file.toString(),
                why,
                "correct kafka.client in the environments file, or the file it names");
    }

    private static void verifyHostNamesAreVerified(Path file, Map<String, Object> settings) {
        Object algorithm = settings.get(SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG);
        if (algorithm instanceof String text && text.isBlank()) {
            throw Problem.usage(
                            "the client properties turn host name verification off",
                            file + ", " + SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG,
                            "an empty value lets any server with a certificate of the same authority stand in for a"
                                    + " broker",
                            "take the line out; where certificates lack the brokers' names, issue ones that have them")
                    .asException();
        }
    }
}
