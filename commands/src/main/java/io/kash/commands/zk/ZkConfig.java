package io.kash.commands.zk;

import io.kash.commands.session.Session;
import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.verb.Words;
import io.kash.commands.view.Answer;
import io.kash.commands.view.Column;
import io.kash.commands.view.Fact;
import io.kash.commands.view.Facts;
import io.kash.commands.view.ReadVerb;
import io.kash.commands.view.Rows;
import io.kash.commands.view.Table;
import io.kash.completions.signature.Signature;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.zookeeper.Configuration;
import io.kash.surgery.zookeeper.Inspected;
import io.kash.surgery.zookeeper.Inspected.Configured;
import io.kash.surgery.zookeeper.Inspection;
import io.kash.surgery.zookeeper.InspectionLook;
import io.kash.surgery.zookeeper.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Who belongs to the ensemble.
 *
 * <pre>
 * Configuration
 *   Kind      dynamic
 *   Version   0x100000000
 *   Told by   127.60.1.11:2181 (leader)
 *
 * Members
 *   ID  ROLE         PEERS                  CLIENTS
 *    1  participant  127.60.1.11:2888:3888  127.60.1.11:2181
 * </pre>
 */
public final class ZkConfig extends ReadVerb {
    /** @param peers where its peers find it; empty where only the environment names it */
    private record Row(OptionalInt id, String role, String peers, Optional<String> client) {
        static Row of(Member member) {
            return new Row(OptionalInt.of(member.id()), member.role().word(), member.peers(), member.clientAddress());
        }

        static Row of(Inspected server) {
            return new Row(
                    server.server().id(), "", "", Optional.of(server.server().address()));
        }
    }

    private static final Table<Row> TABLE = Table.of(
            Column.number("id", "ID", Row::id),
            Column.text("role", "ROLE", Row::role),
            Column.text("peers", "PEERS", Row::peers),
            Column.text("client", "CLIENTS", Row::client));

    public ZkConfig(Session session) {
        super(
                Signature.of("zk config", "ZooKeeper", "Show who belongs to the ensemble, by its own configuration")
                        .details("A dynamic configuration has a version, which grows with every change. Where there is"
                                + " none it is the static list each server started with; servers before 3.5 do not tell"
                                + " it, and only those that were asked are known.")
                        .example("zk config"),
                session);
    }

    @Override
    protected Answer answer(Words words) {
        Environment environment = Needed.ensemble(session());
        Snapshot now = observe(new InspectionLook());
        Inspection seen = now.part(Inspection.class);
        Optional<Inspected> told = told(seen);
        Optional<Configuration> configuration = told.flatMap(Inspected::configuration);
        List<Row> rows = configuration
                .map(known -> known.members().stream().map(Row::of).toList())
                .orElseGet(() -> seen.servers().stream().map(Row::of).toList());
        return new Answer(
                "zk-config/1",
                Optional.of(now.observedAt()),
                List.of(
                        facts(seen, told, configuration),
                        Rows.of("members", TABLE, rows, "none is known").titled(Line.of("Members", Role.STRONG))),
                notes(seen, told),
                EnsembleState.problem(seen.ensemble(), environment.name()).stream()
                        .toList());
    }

    /** The leader's word goes before any other; else that of the newest version. */
    private static Optional<Inspected> told(Inspection seen) {
        return seen.servers().stream()
                .filter(server -> server.configuration().isPresent())
                .max(Comparator.comparing(
                                (Inspected server) -> server.server().mode().equals("leader"))
                        .thenComparing(server -> server.configuration()
                                .map(Configuration::version)
                                .orElse(0L)));
    }

    private static Facts facts(Inspection seen, Optional<Inspected> told, Optional<Configuration> configuration) {
        String kind = told.or(() -> seen.servers().stream()
                        .filter(server -> server.configured() == Configured.STATIC)
                        .findFirst())
                .map(InspectedTable::configured)
                .orElse("");
        Optional<String> version =
                configuration.filter(known -> known.version() != 0).map(Configuration::versionText);
        return Facts.of(
                "configuration",
                Line.of("Configuration", Role.STRONG),
                Fact.of("kind", "Kind", kind)
                        .shown(
                                told.isPresent()
                                        ? kind
                                        : (kind.isEmpty() ? "not told" : kind + ", not told")
                                                + "; below are those asked"),
                Fact.of("version", "Version", version),
                Fact.of("toldBy", "Told by", told.map(server -> server.server().address()))
                        .shown(told.map(server -> server.server().address() + " ("
                                        + server.server().mode() + ")")
                                .orElse("-")));
    }

    private static List<String> notes(Inspection seen, Optional<Inspected> told) {
        Stream<String> others = seen.servers().stream()
                .filter(server -> server.configuration().isPresent()
                        && !server.configuration().equals(told.flatMap(Inspected::configuration)))
                .map(server -> server.server().address() + " has another configuration"
                        + server.configuration()
                                .map(known -> ", version " + known.versionText())
                                .orElse(""));
        Stream<String> silent = told.isEmpty()
                ? Stream.empty()
                : seen.servers().stream()
                        .filter(server -> server.configuration().isEmpty())
                        .map(server -> server.server().address() + " does not tell its configuration");
        List<String> notes = new ArrayList<>(Stream.concat(others, silent).toList());
        notes.addAll(NamedMembers.notes(seen.servers()));
        return notes;
    }
}
