package io.kash.surgery.membership;

import io.kash.surgery.membership.JoinRequest.Joiner;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.zookeeper.Configuration;
import io.kash.surgery.zookeeper.Member;
import io.kash.surgery.zookeeper.Membership;
import io.kash.surgery.zookeeper.ServerView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Judges servers that are to join: which of them may, and as what. */
final class Joiners {
    private final Membership membership;
    private final ServerView leader;
    private final Configuration configuration;
    private final List<Member> fit = new ArrayList<>();
    private final List<Finding> refusals = new ArrayList<>();

    Joiners(Membership membership, ServerView leader, Configuration configuration) {
        this.membership = membership;
        this.leader = leader;
        this.configuration = configuration;
    }

    /** Those that may join, in the order given; those that belong to the ensemble already are left out. */
    List<Member> fit() {
        return fit;
    }

    List<Finding> refusals() {
        return refusals;
    }

    void judge(Joiner joiner) {
        Optional<ServerView> seen = membership.server(joiner.client()).filter(ServerView::answered);
        if (seen.isEmpty()) {
            refuse(
                    joiner.client() + " does not answer"
                            + membership
                                    .server(joiner.client())
                                    .map(view -> ": " + view.problem())
                                    .orElse(""),
                    "a server joins when it is up and follows the ensemble: a dead voter only makes the quorum larger",
                    "start it with an empty data directory and a configuration that lists the present members, and"
                            + " itself as an observer");
            return;
        }
        ServerView view = seen.get();
        Optional<Member> member = member(joiner, view);
        if (member.isPresent() && !configuration.members().contains(member.get())) {
            int before = refusals.size();
            compare(view, member.get());
            if (refusals.size() == before) {
                fit.add(member.get());
            }
        }
    }

    /** What it would be in the configuration, by its own word. */
    private Optional<Member> member(Joiner joiner, ServerView view) {
        OptionalInt quorum = port(view, "quorumPort");
        OptionalInt election = port(view, "electionPort");
        if (view.id().isEmpty() || quorum.isEmpty() || election.isEmpty()) {
            refuse(
                    joiner.client() + " does not say its id and its ports",
                    "they are read from the server itself, with the word 'conf'",
                    "add conf, srvr and mntr to its 4lw.commands.whitelist");
            return Optional.empty();
        }
        int id = view.id().getAsInt();
        if (joiner.id().isPresent() && joiner.id().getAsInt() != id) {
            refuse(
                    joiner.client() + " says it is server " + id + ", not "
                            + joiner.id().getAsInt(),
                    "the id in its myid file is the one it joins with",
                    "correct its myid file and start it again, or name the right server");
            return Optional.empty();
        }
        String host = joiner.client().substring(0, joiner.client().lastIndexOf(':'));
        return Optional.of(new Member(
                id,
                host + ":" + quorum.getAsInt() + ":" + election.getAsInt(),
                Member.Role.PARTICIPANT,
                joiner.client()));
    }

    private void compare(ServerView view, Member member) {
        List<Member> others = new ArrayList<>(configuration.members());
        others.addAll(fit);
        taken(member, others).ifPresent(refusals::add);
        if (view.leads() || view.mode().equals("standalone")) {
            refusals.add(ownEnsemble(view));
        } else if (!view.configuration().map(Configuration::version).equals(Optional.of(configuration.version()))) {
            refuse(
                    view.client() + " does not follow this ensemble: its configuration is "
                            + view.configuration()
                                    .map(Configuration::versionText)
                                    .orElse("unknown")
                            + ", the ensemble's is " + configuration.versionText(),
                    "a server joins when it follows the ensemble",
                    "start it with the present members in its configuration");
        }
        refusals.addAll(Alike.findings(view, leader));
        if (!view.settings().getOrDefault(ServerView.AUTOCREATE, "false").equals("false")) {
            refuse(
                    view.client() + " would make an empty database of its own where it finds none:"
                            + " zookeeper.db.autocreate is "
                            + view.settings().get(ServerView.AUTOCREATE),
                    "voters that lost their disks elect each other, and those that have the data then drop it",
                    "start it with -Dzookeeper.db.autocreate=false, or db.autocreate=false in its zoo.cfg");
        }
    }

    /** What forbids a server that leads others, or nobody, and follows no one. */
    static Finding ownEnsemble(ServerView view) {
        return Finding.refusal(
                view.client() + " serves an ensemble of its own (" + view.mode() + ")",
                "servers that were started together, empty, elect each other; joined to another ensemble their tree"
                        + " and its would both live on",
                "stop it, empty its data directory, and start it with the present members in its configuration and"
                        + " -Dzookeeper.db.autocreate=false");
    }

    /** Whether somebody else has its id or its address. */
    static Optional<Finding> taken(Member member, List<Member> others) {
        for (Member other : others) {
            if (other.id() == member.id() && !other.sameServer(member)) {
                return Optional.of(Finding.refusal(
                        member.client() + " says it is server " + member.id() + ", which is "
                                + other.clientAddress().orElse(other.peers()),
                        "every server of an ensemble has an id of its own",
                        "give it an id nobody has: zk addresses shows them"));
            }
            if (other.id() != member.id()
                    && (other.peers().equals(member.peers())
                            || other.clientAddress().equals(member.clientAddress()))) {
                return Optional.of(Finding.refusal(
                        "server " + member.id() + " would have the address of server " + other.id() + ": "
                                + member.peers(),
                        "every server of an ensemble has an address of its own",
                        "zk addresses shows which are free"));
            }
        }
        return Optional.empty();
    }

    private static OptionalInt port(ServerView view, String key) {
        String text = view.settings().getOrDefault(key, "");
        return text.matches("[0-9]{1,5}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private void refuse(String what, String limit, String lift) {
        refusals.add(Finding.refusal(what, limit, lift));
    }
}
