package io.kash.surgery.zookeeper.client;

import io.kash.surgery.operation.PartReader;
import io.kash.surgery.quorum.ConnectString;
import io.kash.surgery.quorum.ConnectString.Endpoint;
import io.kash.surgery.zookeeper.Configuration;
import io.kash.surgery.zookeeper.Likeness;
import io.kash.surgery.zookeeper.Membership;
import io.kash.surgery.zookeeper.MembershipLook;
import io.kash.surgery.zookeeper.ServerView;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.apache.zookeeper.KeeperException;

/**
 * Asks servers who belongs to their ensemble: those the environment names, those asked for, those that were members at the
 * last look, and those that any of these says are members now. The words come from each server's own client port, so that
 * nobody speaks for another.
 */
final class MembershipReader implements PartReader<MembershipLook> {
    private static final Duration VISITS_TAKE = Duration.ofSeconds(5);

    private final Supplier<ConnectString> connect;
    private final Together together;
    private final Clock clock;
    private final Wellness wellness = new Wellness();
    /** By server and mark: a comparison that found no difference is not made again. */
    private final Map<String, Likeness> compared = new ConcurrentHashMap<>();

    private final Set<String> members = Collections.synchronizedSet(new LinkedHashSet<>());

    private final AdminServer admin;

    MembershipReader(Supplier<ConnectString> connect, Executor executor, Clock clock, AdminServer admin) {
        this.connect = connect;
        this.together = new Together(executor, VISITS_TAKE);
        this.clock = clock;
        this.admin = admin;
    }

    @Override
    public Class<MembershipLook> answers() {
        return MembershipLook.class;
    }

    @Override
    public Membership read(MembershipLook look) {
        Set<String> asked = new LinkedHashSet<>(look.others());
        asked.addAll(look.compared());
        asked.addAll(look.showing());
        asked.addAll(members);
        asked.addAll(resolved(connect.get()));
        List<ServerView> servers = new ArrayList<>(visit(asked));
        Set<String> named = new LinkedHashSet<>(told(servers));
        named.removeAll(asked);
        servers.addAll(visit(named));
        remember(servers);
        askHowEmptied(servers, look);
        List<ServerView> seen = wellness.noted(servers, clock.instant());
        Optional<ServerView> leader = new Membership(seen, Optional.empty()).leader();
        return look.marked() && leader.isPresent()
                ? marked(leader.get(), look, seen)
                : new Membership(seen, Optional.empty());
    }

    private List<ServerView> visit(Collection<String> addresses) {
        return together.ask(List.copyOf(addresses), MembershipReader::visit, ServerView::silent);
    }

    private static ServerView visit(String address) {
        try {
            InetSocketAddress target = target(address);
            String srvr = FourLetterWord.ask("srvr", target);
            return ServerAnswers.view(
                    address, srvr, FourLetterWord.ask("conf", target), FourLetterWord.ask("mntr", target));
        } catch (IOException | IllegalArgumentException e) {
            return ServerView.silent(address, String.valueOf(e.getMessage()));
        }
    }

    private static InetSocketAddress target(String address) throws UnknownHostException {
        Endpoint server = ConnectString.of(address).servers().get(0);
        return new InetSocketAddress(InetAddress.getByName(server.host()), server.port());
    }

    /** Names that stand for several servers, the usual thing with Consul, and plain addresses, as addresses. */
    private static List<String> resolved(ConnectString connect) {
        List<String> all = new ArrayList<>();
        for (Endpoint server : connect.servers()) {
            try {
                for (InetAddress address : InetAddress.getAllByName(server.host())) {
                    all.add(new Endpoint(address.getHostAddress(), server.port()).toString());
                }
            } catch (UnknownHostException e) {
                all.add(server.toString());
            }
        }
        return all;
    }

    /** Asked for a plan only, of those that are to join: whether they would take an empty disk for a database. */
    private void askHowEmptied(List<ServerView> servers, MembershipLook look) {
        if (!look.marked()) {
            servers.replaceAll(server ->
                    server.answered() && look.others().contains(server.client()) ? withAutocreate(server) : server);
        }
    }

    private ServerView withAutocreate(ServerView server) {
        try {
            return ServerAnswers.autocreate(admin.ask("system_properties", target(server.client())))
                    .map(value -> server.with(ServerView.AUTOCREATE, value))
                    .orElse(server);
        } catch (IOException | IllegalArgumentException e) {
            // Nothing else says it: no word of four letters does.
            return server;
        }
    }

    /** The members by the words of everybody: the leader may be one that nobody named, and where there are two, both count. */
    private static List<String> told(List<ServerView> servers) {
        return servers.stream()
                .flatMap(server -> server.configuration().stream())
                .map(Configuration::members)
                .flatMap(told -> Membership.clients(told).stream())
                .distinct()
                .toList();
    }

    private void remember(List<ServerView> servers) {
        List<String> told = told(servers);
        if (!told.isEmpty()) {
            members.retainAll(told);
            members.addAll(told);
        }
    }

    private Membership marked(ServerView leader, MembershipLook look, List<ServerView> servers) {
        try (Handle handle = Handle.open(leader.client())) {
            Optional<String> mark = handle.mark();
            List<ServerView> all = new ArrayList<>();
            for (ServerView server : servers) {
                boolean follows = server.answered() && !server.leads();
                if (follows && look.compared().contains(server.client())) {
                    all.add(likened(server, handle, mark));
                } else {
                    all.add(follows && look.showing().contains(server.client()) ? showing(server) : server);
                }
            }
            return new Membership(all, mark);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Membership(servers, Optional.empty());
        } catch (IOException | KeeperException e) {
            // The leader went away meanwhile; the next look tells.
            return new Membership(servers, Optional.empty());
        }
    }

    private static ServerView showing(ServerView server) throws InterruptedException {
        try (Handle own = Handle.open(server.client())) {
            own.sync();
            return server.likeness(new Likeness(own.mark().orElse(""), 0, List.of()));
        } catch (IOException | KeeperException e) {
            // Not to be had now: it has shown nothing yet.
            return server;
        }
    }

    private ServerView likened(ServerView server, Handle leader, Optional<String> mark) throws InterruptedException {
        try (Handle own = Handle.open(server.client())) {
            own.sync();
            String shown = own.mark().orElse("");
            if (!mark.equals(Optional.of(shown))) {
                return server.likeness(new Likeness(shown, 0, List.of()));
            }
            String key = server.client() + " " + shown;
            Likeness known = compared.get(key);
            Likeness likeness = known != null ? known : Trees.compare(leader, own, shown);
            if (likeness.differing().isEmpty()) {
                compared.put(key, likeness);
            }
            return server.likeness(likeness);
        } catch (IOException | KeeperException e) {
            // Not to be had now: it has shown nothing yet.
            return server;
        }
    }
}
