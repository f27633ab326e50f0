package io.kash.commands.zk;

import io.kash.commands.change.FleetWords;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Flag;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.zookeeper.Configuration;
import io.kash.surgery.zookeeper.Member;
import io.kash.surgery.zookeeper.Membership;
import io.kash.surgery.zookeeper.ServerName;
import io.kash.surgery.zookeeper.ServerView;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The servers that a command's words say will leave.
 *
 * @param title the command in the operator's words
 * @param ids of those that leave
 * @param seen the ensemble as it is
 */
record Leaving(String title, SortedSet<Integer> ids, ByRestarts seen) {
    static final Flag FROM_OLD = new Flag("from-old", "the servers of the fleet 'zookeeper-old'");

    /** Reads who belongs to the ensemble, and finds those the words name. */
    static Leaving of(Words words, String command, EnsembleFleet fleet, Connection connection) {
        FleetWords<ServerName> asked = new FleetWords<>(words, command, EnsembleFleet.SERVERS, FROM_OLD, "leave");
        ByRestarts seen = ByRestarts.look(connection, fleet, List.of());
        SortedSet<Integer> ids = asked.members(
                        connection.environment(),
                        Environment.OLD_SERVERS,
                        id -> id,
                        name -> id(name, seen.membership(), command))
                .collect(Collectors.toCollection(TreeSet::new));
        return new Leaving(asked.title(), ids, seen);
    }

    /** The members by the leader's word; none when it does not say. */
    List<Member> members() {
        return members(seen.membership());
    }

    private static List<Member> members(Membership membership) {
        return membership.configuration().map(Configuration::members).orElse(List.of());
    }

    /** Where clients reach those that stay: by the leader's word, or, where it has none, those that follow it. */
    List<String> survivors() {
        if (!members().isEmpty()) {
            return Membership.clients(members().stream()
                    .filter(member -> !ids.contains(member.id()))
                    .toList());
        }
        return seen.membership().servers().stream()
                .filter(view -> view.leads() || view.mode().equals("follower"))
                .filter(view -> view.id().isPresent() && !ids.contains(view.id().getAsInt()))
                .map(ServerView::client)
                .toList();
    }

    private static int id(ServerName name, Membership membership, String command) {
        if (name.id().isPresent()) {
            return name.id().getAsInt();
        }
        Stream<Integer> told = members(membership).stream()
                .filter(member -> member.clientAddress().equals(Optional.of(name.text())))
                .map(Member::id);
        Stream<Integer> seen = membership.server(name.text()).stream()
                .flatMapToInt(view -> view.id().stream())
                .boxed();
        return Stream.concat(told, seen).findFirst().orElseThrow(() -> Problem.usage(
                        "no member of the ensemble has its clients at " + name, command, "", "zk list")
                .asException());
    }
}
