package io.kash.surgery.naming;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The service that a name of Consul's DNS means (Consul, "DNS: Service lookups").
 *
 * @param service its name
 * @param tag the tag that its instances must bear
 * @param datacenter where it is; the agent's own when left out
 */
public record ServiceName(String service, Optional<String> tag, Optional<String> datacenter) {
    private static final Pattern FORM =
            Pattern.compile("(?:([A-Za-z0-9_-]+)\\.)?([A-Za-z0-9_-]+)\\.service(?:\\.([A-Za-z0-9_-]+))?\\.consul\\.?");

    /** Empty when it is no such name. */
    public static Optional<ServiceName> of(String host) {
        Matcher name = FORM.matcher(host);
        return name.matches()
                ? Optional.of(new ServiceName(
                        name.group(2), Optional.ofNullable(name.group(1)), Optional.ofNullable(name.group(3))))
                : Optional.empty();
    }
}
