package io.kash.surgery.consul.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * An agent of HashiCorp's own Consul, in development mode on a port of its own. The binary is {@code KASH_CONSUL}, or
 * {@code consul} on the PATH, or what {@code .ci/run} left in {@code $XDG_CACHE_HOME/kash/consul}.
 */
public final class RealConsul implements AutoCloseable {
    private static final long READY_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final Process process;
    private final int port;

    private RealConsul(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public static boolean isThere() {
        return binary().isPresent();
    }

    /** Empty where there is none; {@code .ci/run} sees to it that there is. */
    public static Optional<Path> binary() {
        List<Path> places = new ArrayList<>();
        Map<String, String> env = System.getenv();
        Optional.ofNullable(env.get("KASH_CONSUL")).map(Path::of).ifPresent(places::add);
        Arrays.stream(env.getOrDefault("PATH", "").split(":", -1))
                .map(folder -> Path.of(folder, "consul"))
                .forEach(places::add);
        Path cache = Path.of(env.getOrDefault(
                "XDG_CACHE_HOME",
                Path.of(System.getProperty("user.home"), ".cache").toString()));
        places.add(cache.resolve("kash").resolve("consul"));
        return places.stream()
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts one and waits until it leads itself.
     *
     * @param folder gets its log
     * @param more further options
     */
    public static RealConsul start(Path folder, String... more) {
        Path binary = binary().orElseThrow();
        int[] ports = freePorts();
        List<String> command = new ArrayList<>(List.of(
                binary.toString(),
                "agent",
                "-dev",
                "-bind=127.0.0.1",
                "-client=127.0.0.1",
                "-http-port=" + ports[0],
                "-server-port=" + ports[1],
                "-serf-lan-port=" + ports[2],
                "-serf-wan-port=-1",
                "-dns-port=-1",
                "-grpc-port=-1",
                "-log-level=warn"));
        command.addAll(List.of(more));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("consul.log").toFile())
                    .start();
            RealConsul consul = new RealConsul(process, ports[0]);
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            consul.awaitLeader(folder.resolve("consul.log"));
            return consul;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** SIGSTOP: it holds its connections and answers nothing. */
    public void pause() {
        signal("STOP");
    }

    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            int code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new AssertionError("kill -" + name + " answers " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Registers an instance of a service; it passes as long as nobody says otherwise. */
    public void register(String service, String id, String address) {
        put(
                "/v1/agent/service/register",
                """
                {"Name": "%s", "ID": "%s", "Address": "%s", "Port": 2181}"""
                        .formatted(service, id, address));
    }

    /** Sends a body as it is. */
    public void put(String path, String body) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address() + path).toURL().openConnection();
            connection.setRequestMethod("PUT");
            connection.setDoOutput(true);
            connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            if (connection.getResponseCode() != 200) {
                throw new AssertionError(path + " answers " + connection.getResponseCode());
            }
            connection.disconnect();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it answers. */
    public String get(String path) {
        try (InputStream answer = URI.create(address() + path).toURL().openStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int request(String method, String path) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address() + path).toURL().openConnection();
            connection.setRequestMethod(method);
            int code = connection.getResponseCode();
            connection.disconnect();
            return code;
        } catch (IOException e) {
            return -1;
        }
    }

    private void awaitLeader(Path log) throws IOException {
        long end = System.nanoTime() + READY_WITHIN_NANOS;
        // Its own health check comes last: before, a session cannot be made.
        while (request("GET", "/v1/kv/none?consistent") != 404) {
            if (System.nanoTime() > end || !process.isAlive()) {
                process.destroyForcibly();
                throw new AssertionError("Consul is not ready; its log says:\n" + Files.readString(log));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static int[] freePorts() {
        try (ServerSocket one = new ServerSocket(0);
                ServerSocket two = new ServerSocket(0);
                ServerSocket three = new ServerSocket(0)) {
            return new int[] {one.getLocalPort(), two.getLocalPort(), three.getLocalPort()};
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
