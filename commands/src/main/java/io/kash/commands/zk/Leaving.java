package io.kash.commands.zk;

import io.kash.commands.verb.ValueTypes;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Arity;
import io.kash.completions.signature.Flag;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.zookeeper.Configuration;
import io.kash.surgery.zookeeper.Member;
import io.kash.surgery.zookeeper.Membership;
import io.kash.surgery.zookeeper.MembershipLook;
import io.kash.surgery.zookeeper.ServerName;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The servers that a command's words say will leave.
 *
 * @param title the command in the operator's words
 * @param ids of those that leave
 * @param members of the ensemble as it is; none when it does not say
 */
record Leaving(String title, SortedSet<Integer> ids, List<Member> members) {
    static final Flag FROM_OLD = new Flag("from-old", "the servers of the fleet 'zookeeper-old'");
    static final Argument<ServerName> SERVERS = new Argument<>(
            "server", ValueTypes.ENSEMBLE_SERVER, Arity.ANY, "by id, or by host and port of its clients");

    /** Reads who belongs to the ensemble, and finds those the words name. */
    static Leaving of(Words words, String command, EnsembleFleet fleet, Connection connection) {
        List<ServerName> named = words.all(SERVERS);
        boolean fromOld = EnsembleFleet.whole(words.has(FROM_OLD), named, command, FROM_OLD.name(), "leave");
        List<Member> members = connection
                .observer()
                .read(Scope.of(MembershipLook.with(List.of())))
                .part(Membership.class)
                .configuration()
                .map(Configuration::members)
                .orElse(List.of());
        SortedSet<Integer> ids = fromOld
                ? fleet.ids("zookeeper-old")
                : named.stream().map(name -> id(name, members, command)).collect(Collectors.toCollection(TreeSet::new));
        return new Leaving(EnsembleFleet.words(command, fromOld, FROM_OLD.name(), named), ids, members);
    }

    /** The members that stay. */
    List<Member> staying() {
        return members.stream().filter(member -> !ids.contains(member.id())).toList();
    }

    private static int id(ServerName name, List<Member> members, String command) {
        if (name.id().isPresent()) {
            return name.id().getAsInt();
        }
        return members.stream()
                .filter(member -> member.clientAddress().equals(Optional.of(name.text())))
                .map(Member::id)
                .findFirst()
                .orElseThrow(() -> Problem.usage(
                                "no member of the ensemble has its clients at " + name, command, "", "zk list")
                        .asException());
    }
}
