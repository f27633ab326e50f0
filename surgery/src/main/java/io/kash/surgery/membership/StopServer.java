package io.kash.surgery.membership;

import io.kash.surgery.kafka.BrokerSettings;
import io.kash.surgery.kafka.BrokerSettingsLook;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.naming.Names;
import io.kash.surgery.naming.NamesLook;
import io.kash.surgery.plan.Kind;
import io.kash.surgery.plan.Progress;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Standing;
import io.kash.surgery.plan.Step;
import io.kash.surgery.quorum.Reach;
import io.kash.surgery.zookeeper.Configuration;
import io.kash.surgery.zookeeper.Member;
import io.kash.surgery.zookeeper.Membership;
import io.kash.surgery.zookeeper.MembershipLook;
import io.kash.surgery.zookeeper.ServerView;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Stops the process of a server that has left, by the operator's program. Until then it serves those of its clients that have
 * not noticed, with a tree that grows old; stopped, it sends them to servers that stay. Before that it is looked at once more
 * whether every broker knows enough of those: one that was started since may have been given the old list.
 *
 * <p>What happens when it fails half-way: the server answers, or it does not. Started again by somebody, it does not come
 * back into the ensemble: its id is not in the list of its peers.
 *
 * @param server as it was in the configuration
 * @param staying the members that stay
 * @param names host names in lists of clients
 * @param command the program and its arguments
 */
public record StopServer(Member server, List<Member> staying, SortedSet<String> names, List<String> command)
        implements Step {
    public static final Kind KIND = Kind.of("zookeeper.stop-server/1");

    public StopServer {
        staying = List.copyOf(staying);
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
        command = List.copyOf(command);
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "stop server " + server.id();
    }

    @Override
    public Scope scope() {
        TreeSet<String> asked = new TreeSet<>(Membership.clients(staying));
        server.clientAddress().ifPresent(asked::add);
        Scope scope = Scope.of(new MembershipLook(asked, new TreeSet<>(), false), new BrokerSettingsLook());
        return names.isEmpty() ? scope : scope.and(Scope.of(new NamesLook(names)));
    }

    @Override
    public Standing standing(Snapshot now) {
        Membership membership = now.part(Membership.class);
        Optional<Configuration> configuration = membership.configuration();
        if (configuration.isEmpty()) {
            return waits("the ensemble has no leader that says who belongs to it");
        }
        if (configuration.get().members().stream().anyMatch(member -> member.id() == server.id())) {
            return new Standing.Foreign("server " + server.id() + " belongs to the ensemble again");
        }
        if (membership.server(server).filter(ServerView::answered).isEmpty()) {
            return Standing.DONE;
        }
        Optional<String> broken =
                membership.broken(staying.stream().filter(Member::votes).toList());
        return broken.or(() -> needed(now)).map(this::waits).orElse(Standing.READY);
    }

    private Standing waits(String why) {
        return new Standing.Blocked("server " + server.id() + " is not stopped: " + why);
    }

    private Optional<String> needed(Snapshot now) {
        BrokerSettings settings = now.part(BrokerSettings.class);
        if (!settings.silent().isEmpty()) {
            return Optional.of(Titles.labelled(settings.silent()) + " did not say which servers they depend on");
        }
        List<String> survivors = Membership.clients(staying);
        Reach reach = new Reach(now.find(Names.class).orElse(Names.NONE));
        return settings.values(BrokerSettings.ZOOKEEPER).entrySet().stream()
                .flatMap(list -> reach.dependence(list.getKey(), survivors).stream()
                        .map(why -> Titles.labelled(list.getValue()) + ": zookeeper.connect is " + list.getKey() + ", "
                                + why))
                .findFirst();
    }

    @Override
    public Snapshot project(Snapshot before) {
        Optional<Membership> membership = before.find(Membership.class);
        Optional<String> client = server.clientAddress();
        if (membership.isEmpty() || client.isEmpty()) {
            return before;
        }
        List<ServerView> servers = membership.get().servers().stream()
                .map(view -> view.client().equals(client.get()) ? ServerView.silent(client.get(), "stopped") : view)
                .toList();
        return before.with(new Membership(servers, membership.get().mark()));
    }

    /** Never in flight: what the program has begun ends without anybody watching it. */
    @Override
    public Progress progress(Snapshot now) {
        return new Progress(Progress.Unit.SERVERS, standing(now).equals(Standing.DONE) ? 1 : 0, 1, 0);
    }
}
