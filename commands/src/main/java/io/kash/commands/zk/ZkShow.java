package io.kash.commands.zk;

import io.kash.commands.session.Session;
import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.verb.ValueTypes;
import io.kash.commands.verb.Words;
import io.kash.commands.view.Answer;
import io.kash.commands.view.Column;
import io.kash.commands.view.Fact;
import io.kash.commands.view.Facts;
import io.kash.commands.view.ReadVerb;
import io.kash.commands.view.Rows;
import io.kash.commands.view.Table;
import io.kash.commands.view.Units;
import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Arity;
import io.kash.completions.signature.Signature;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.zookeeper.Configuration;
import io.kash.surgery.zookeeper.Ensemble.Load;
import io.kash.surgery.zookeeper.Ensemble.Server;
import io.kash.surgery.zookeeper.Inspected;
import io.kash.surgery.zookeeper.Inspected.Channel;
import io.kash.surgery.zookeeper.Inspection;
import io.kash.surgery.zookeeper.InspectionLook;
import io.kash.surgery.zookeeper.ServerName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One server in depth.
 *
 * <pre>
 * Server 1
 *   Address        127.60.1.11:2181
 *   Mode           leader
 *   …
 *
 * Asked by
 *   NAME         ANSWERS  WHY NOT
 *   srvr         yes      -
 *   AdminServer  no       nobody listens on port 8080
 * </pre>
 */
public final class ZkShow extends ReadVerb {
    private static final Argument<ServerName> SERVER =
            new Argument<>("server", ValueTypes.ENSEMBLE_SERVER, Arity.ONE, "its id, or host:port of its client port");

    private static final Table<Channel> CHANNELS = Table.of(
            Column.text("name", "NAME", Channel::name),
            Column.<Channel>text("answers", "ANSWERS", Channel::answers)
                    .shown(channel -> channel.answers() ? "yes" : "no")
                    .role(channel -> channel.answers() ? Role.GOOD : Role.WARNING),
            Column.text("problem", "WHY NOT", Channel::problem));

    private static final Table<Map.Entry<String, String>> SETTINGS = Table.of(
            Column.text("name", "NAME", Map.Entry::getKey), Column.text("value", "VALUE", Map.Entry::getValue));

    public ZkShow(Session session) {
        super(
                Signature.of("zk show", "ZooKeeper", "Show one server: its state, what it runs with, what may be asked")
                        .argument(SERVER)
                        .example("zk show 1")
                        .example("zk show 10.0.1.10:2181"),
                session);
    }

    @Override
    protected Answer answer(Words words) {
        var unused = Needed.ensemble(session());
        ServerName name = words.first(SERVER).orElseThrow();
        Snapshot now = observe(new InspectionLook());
        Inspected server =
                OneServer.of(now.part(Inspection.class), name, signature().name());
        return new Answer(
                "zk-show/1",
                Optional.of(now.observedAt()),
                List.of(
                        facts(server),
                        Rows.of("channels", CHANNELS, server.channels(), "it was not asked")
                                .titled(Line.of("Asked by", Role.STRONG)),
                        Rows.of(
                                        "settings",
                                        SETTINGS,
                                        List.copyOf(server.settings().entrySet()),
                                        "it does not say")
                                .titled(Line.of("Runs with", Role.STRONG))),
                NamedMembers.notes(List.of(server)),
                List.of());
    }

    private static Facts facts(Inspected seen) {
        Server server = seen.server();
        Optional<Load> load = server.load();
        return Facts.of(
                "server",
                Line.of("Server " + OneServer.title(seen), Role.STRONG),
                Fact.data("id", server.id()),
                Fact.of("address", "Address", server.address()),
                Fact.of("mode", "Mode", server.mode())
                        .shown(server.answered() ? server.mode() : "no answer: " + server.problem())
                        .role(server.answered() ? Role.GOOD : Role.BAD),
                Fact.data("problem", server.problem()),
                Fact.of("version", "Version", server.version()),
                Fact.of("zxid", "Last zxid", server.zxid()),
                Fact.of("syncedFollowers", "Followers in sync", seen.syncedFollowers()),
                Fact.of("connections", "Connections", server.connections()),
                Fact.of("configured", "Configuration", InspectedTable.configured(seen))
                        .shown(configuration(seen)),
                Fact.data("configurationVersion", seen.configuration().map(Configuration::versionText)),
                Fact.of("averageLatencyMillis", "Answers within", load.map(Load::averageLatencyMillis))
                        .shown(load.map(one ->
                                        String.format(Locale.ROOT, "%.1f ms on average", one.averageLatencyMillis()))
                                .orElse("-")),
                Fact.of("outstanding", "Waiting requests", load.map(Load::outstanding)),
                Fact.of("nodes", "Nodes", load.map(Load::nodes))
                        .shown(load.map(one -> Units.count(one.nodes())).orElse("-")));
    }

    private static String configuration(Inspected seen) {
        String word = InspectedTable.configured(seen);
        return switch (word) {
            case "dynamic" ->
                "dynamic, version "
                        + seen.configuration().map(Configuration::versionText).orElse("-");
            case "" -> "-";
            default -> word;
        };
    }
}
