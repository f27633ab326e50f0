package io.kash.commands.zk;

import io.kash.commands.session.Session;
import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.verb.ValueTypes;
import io.kash.commands.verb.Words;
import io.kash.commands.view.Answer;
import io.kash.commands.view.Column;
import io.kash.commands.view.ReadVerb;
import io.kash.commands.view.Rows;
import io.kash.commands.view.Section;
import io.kash.commands.view.Table;
import io.kash.completions.signature.Option;
import io.kash.completions.signature.Signature;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.zookeeper.Contents;
import io.kash.surgery.zookeeper.Contents.OfServer;
import io.kash.surgery.zookeeper.ContentsLook;
import io.kash.surgery.zookeeper.Inspection;
import io.kash.surgery.zookeeper.InspectionLook;
import io.kash.surgery.zookeeper.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The servers of the ensemble, each as it describes itself. */
public final class ZkList extends ReadVerb {
    private static final Option<NodePath> COMPARE = Option.list(
            "compare", ValueTypes.NODE, "parts of the tree to compare between the servers: /brokers,/config");

    private static final Table<OfServer> CONTENTS = Table.of(
            Column.text("server", "SERVER", OfServer::server),
            Column.count("nodes", "NODES", OfServer::nodes),
            Column.<OfServer>text("digest", "DIGEST", OfServer::digest).shown(ZkList::brief),
            Column.<OfServer>text("differing", "DIFFERS AT", OfServer::differing)
                    .role(one -> one.differing().isEmpty() ? Role.PLAIN : Role.BAD),
            Column.text("problem", "PROBLEM", OfServer::problem));

    public ZkList(Session session) {
        super(
                Signature.of("zk list", "ZooKeeper", "List the servers of the ensemble, each asked itself")
                        .details(
                                "ANSWERS are the four-letter words a server allows, 'words' for all that are asked, and"
                                        + " 'admin' where it has an AdminServer on port 8080. SYNCED are followers in sync with the"
                                        + " leader. CONFIG is where its list of peers comes from: its own file (static), or the"
                                        + " ensemble (dynamic). With --compare each server's nodes, but those of sessions, are read"
                                        + " after a sync and compared by their content: equal transaction ids prove nothing.")
                        .option(COMPARE)
                        .example("zk list")
                        .example("zk list --compare /brokers,/config"),
                session);
    }

    @Override
    protected Answer answer(Words words) {
        Environment environment = Needed.ensemble(session());
        Snapshot now = observe(new InspectionLook());
        Inspection seen = now.part(Inspection.class);
        List<Section> sections = new ArrayList<>();
        sections.add(Rows.of("servers", InspectedTable.TABLE, seen.servers(), "the ensemble has no server"));
        List<Problem> problems = new ArrayList<>(EnsembleState.problem(seen.ensemble(), environment.name()).stream()
                .toList());
        if (!words.all(COMPARE).isEmpty()) {
            Contents contents = observe(new ContentsLook(words.all(COMPARE))).part(Contents.class);
            sections.add(Rows.of("contents", CONTENTS, contents.servers(), "none")
                    .titled(Line.of("Contents, each read after a sync", Role.STRONG)));
            diverged(contents, environment.name()).ifPresent(problems::add);
        }
        return new Answer(
                "zk-list/2", Optional.of(now.observedAt()), sections, NamedMembers.notes(seen.servers()), problems);
    }

    private static String brief(OfServer server) {
        return server.digest().isEmpty() ? "-" : server.digest().substring(0, 8);
    }

    private static Optional<Problem> diverged(Contents contents, String environment) {
        List<OfServer> apart = contents.servers().stream()
                .filter(server -> !server.differing().isEmpty())
                .toList();
        return apart.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.failed(
                        "servers of one ensemble hold different things",
                        environment,
                        apart.stream()
                                .map(server -> server.server() + " at " + String.join(", ", server.differing()))
                                .collect(Collectors.joining("; ")),
                        "change nothing; find out which servers were ever started with an empty disk"));
    }
}
