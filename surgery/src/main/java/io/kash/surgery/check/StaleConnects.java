package io.kash.surgery.check;

import io.kash.surgery.kafka.BrokerSettings;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.zookeeper.Ensemble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Brokers whose {@code zookeeper.connect} names addresses that are no server of the ensemble any more, or too few of those
 * that are. Kafka reads the list when it starts (ZooKeeper administrator's guide, "inconsistent lists of servers"), so
 * whoever retires a server looks at it first. Host names say nothing here: only addresses are compared.
 */
public final class StaleConnects implements Check {
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}:[0-9]{1,5}");

    @Override
    public List<Finding> look(Snapshot snapshot) {
        Set<String> servers = snapshot.part(Ensemble.class).servers().stream()
                .map(Ensemble.Server::address)
                .collect(Collectors.toSet());
        if (!servers.stream().allMatch(server -> ADDRESS.matcher(server).matches())) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        snapshot.part(BrokerSettings.class).values(BrokerSettings.ZOOKEEPER).forEach((connect, brokers) -> {
            List<String> named = addresses(connect);
            List<String> gone =
                    named.stream().filter(address -> !servers.contains(address)).toList();
            if (!gone.isEmpty()) {
                findings.add(Finding.warning(
                        Titles.labelled(brokers) + ": zookeeper.connect names "
                                + (gone.size() == named.size() ? "only servers" : "servers")
                                + " that do not belong to the ensemble: " + Titles.names(gone),
                        "a broker finds the ensemble through the list it started with; with no server of it left, it"
                                + " loses its session",
                        "set zookeeper.connect to the servers of zk list and restart those brokers, one at a time"));
            }
        });
        return findings;
    }

    private static List<String> addresses(String connect) {
        int chroot = connect.indexOf('/');
        return Arrays.stream((chroot < 0 ? connect : connect.substring(0, chroot)).split(",", -1))
                .map(String::strip)
                .filter(text -> ADDRESS.matcher(text).matches())
                .toList();
    }
}
