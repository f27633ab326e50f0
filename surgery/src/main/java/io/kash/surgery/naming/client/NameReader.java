package io.kash.surgery.naming.client;

import io.kash.surgery.naming.Name;
import io.kash.surgery.naming.Names;
import io.kash.surgery.naming.NamesLook;
import io.kash.surgery.naming.ServiceName;
import io.kash.surgery.operation.PartReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Says what names stand for: a service of Consul by the word of Consul, any other name as this machine resolves it, which
 * need not be how a broker does. It remembers since when, for as long as the connection is open.
 */
final class NameReader implements PartReader<NamesLook> {
    private final Optional<Services> services;
    private final Clock clock;
    private final Map<String, Name> last = new ConcurrentHashMap<>();

    NameReader(Optional<Services> services, Clock clock) {
        this.services = services;
        this.clock = clock;
    }

    @Override
    public Class<NamesLook> answers() {
        return NamesLook.class;
    }

    @Override
    public Names read(NamesLook look) {
        SortedMap<String, Name> names = new TreeMap<>();
        for (String host : look.hosts()) {
            names.put(host, last.merge(host, resolved(host), NameReader::kept));
        }
        return new Names(names);
    }

    private static Name kept(Name before, Name now) {
        boolean same =
                before.addresses().equals(now.addresses()) && before.problem().equals(now.problem());
        return same ? before : now;
    }

    private Name resolved(String host) {
        Instant now = clock.instant();
        Optional<ServiceName> service = ServiceName.of(host).filter(name -> services.isPresent());
        try {
            SortedSet<String> addresses =
                    service.isPresent() ? passing(service.get()) : known(InetAddress.getAllByName(host));
            return new Name(host, addresses, now, service.isPresent(), "");
        } catch (UnknownHostException e) {
            return new Name(host, new TreeSet<>(), now, false, "this machine does not know the name");
        } catch (IOException e) {
            return new Name(host, new TreeSet<>(), now, service.isPresent(), String.valueOf(e.getMessage()));
        }
    }

    private SortedSet<String> passing(ServiceName name) throws IOException {
        return services.orElseThrow().instances(name).stream()
                .filter(Services.Instance::passing)
                .map(Services.Instance::address)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<String> known(InetAddress[] addresses) {
        return Arrays.stream(addresses).map(InetAddress::getHostAddress).collect(Collectors.toCollection(TreeSet::new));
    }
}
