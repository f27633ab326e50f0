package io.kash.surgery.kafka.client;

import io.kash.surgery.kafka.client.BootstrapAddresses.Address;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/**
 * Opens an admin client that has had an answer.
 *
 * <p>A client picks one bootstrap address at random and asks it for the versions it speaks. That first question has no
 * time limit of its own (kafka-clients 4.4 gives it an hour), and while it is open the client prefers that broker to all
 * others. So a client that meets a hung broker first never looks elsewhere. Here, when the first answer is late, each
 * address gets a client of its own and the first that answers is kept.
 */
final class Opening {
    private static final Duration USUALLY_ANSWERS_WITHIN = Duration.ofSeconds(2);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(3);

    private final Map<String, Object> configuration;
    private final List<Address> addresses;

    Opening(Map<String, Object> configuration, List<Address> addresses) {
        this.configuration = Map.copyOf(configuration);
        this.addresses = List.copyOf(addresses);
    }

    /**
     * A client; when nobody answers, one that still tries all addresses.
     *
     * @throws org.apache.kafka.common.KafkaException when the settings cannot be used
     */
    Admin open() {
        Admin all = Admin.create(configuration);
        if (addresses.size() == 1 || first(List.of(all), USUALLY_ANSWERS_WITHIN).isPresent()) {
            return all;
        }
        List<Admin> each = new ArrayList<>();
        addresses.forEach(address -> each.add(Admin.create(with(address))));
        each.add(all);
        Admin kept = first(each, ANSWERS_WITHIN).orElse(all);
        each.stream().filter(admin -> admin != kept).forEach(admin -> admin.close(Duration.ZERO));
        return kept;
    }

    private Map<String, Object> with(Address address) {
        Map<String, Object> one = new HashMap<>(configuration);
        one.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address.toString());
        return one;
    }

    /** The first that answers. A refusal is an answer too: whoever asks next is told. */
    private static Optional<Admin> first(List<Admin> admins, Duration within) {
        CompletableFuture<Admin> first = new CompletableFuture<>();
        DescribeClusterOptions options = new DescribeClusterOptions().timeoutMs((int) within.toMillis());
        for (Admin admin : admins) {
            var unused = admin.describeCluster(options).nodes().whenComplete((nodes, error) -> {
                if (error == null || !(error instanceof org.apache.kafka.common.errors.TimeoutException)) {
                    first.complete(admin);
                }
            });
        }
        try {
            return Optional.of(first.get(within.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
