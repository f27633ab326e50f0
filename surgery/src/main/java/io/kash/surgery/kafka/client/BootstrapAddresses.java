package io.kash.surgery.kafka.client;

import io.kash.surgery.environment.Environment;
import io.kash.surgery.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses an environment names for its first contact. */
final class BootstrapAddresses {
    private static final Pattern ADDRESS = Pattern.compile("(?:[A-Z_]+://)?\\[?([0-9A-Za-z.:%_-]+?)]?:([0-9]{1,5})");

    /** @param host a name or an address, without brackets */
    record Address(String host, int port) {
        @Override
        public String toString() {
            return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
        }
    }

    private BootstrapAddresses() {}

    /** @throws io.kash.surgery.problem.ProblemException of kind USAGE when the text is not host:port, comma-separated */
    static List<Address> of(Environment environment) {
        String bootstrap = environment.kafka().bootstrap();
        if (bootstrap.startsWith("consul://")) {
            throw Problem.usage(
                            "'" + environment.name() + "' finds its brokers through Consul, which kash cannot do yet",
                            environment.name() + ", kafka.bootstrap",
                            "it says " + bootstrap,
                            "write the brokers as host:port, comma-separated")
                    .asException();
        }
        List<Address> addresses = new ArrayList<>();
        for (String text : bootstrap.split(",", -1)) {
            Matcher address = ADDRESS.matcher(text.strip());
            if (!address.matches() || Integer.parseInt(address.group(2)) > 65_535) {
                throw Problem.usage(
                                "kafka.bootstrap of '" + environment.name() + "' is not a list of addresses",
                                environment.name() + ", kafka.bootstrap",
                                "'" + text + "' is not host:port",
                                "write the brokers as host:port, comma-separated")
                        .asException();
            }
            addresses.add(new Address(address.group(1), Integer.parseInt(address.group(2))));
        }
        return addresses;
    }
}
