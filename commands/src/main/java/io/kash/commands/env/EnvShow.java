package io.kash.commands.env;

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
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.Environment.ZooKeeper;
import io.kash.surgery.environment.EnvironmentName;
import io.kash.surgery.environment.Environments;
import io.kash.surgery.problem.Problem;
import java.util.List;
import java.util.Map;

/**
 * One environment: what the file says, and what it does not say. Client files are named, never opened, so no secret of
 * theirs is shown.
 *
 * <pre>
 * Environment lab
 *   Protection  confirm
 *   Kafka       127.60.1.11:9092
 *   Cluster id  not pinned
 *
 * Fleets
 *   FLEET  IDS       GROUP  TAG
 *   new    11,12,13  -      -
 *
 * Not said in environments.yaml
 *   KEY               WITHOUT IT
 *   kafka.cluster-id  no check that this is the cluster that is meant
 * </pre>
 */
public final class EnvShow extends ReadVerb {
    private static final Argument<EnvironmentName> NAME = new Argument<>(
            "environment", ValueTypes.ENVIRONMENT, Arity.OPTIONAL, "its name; the one chosen when left out");

    private static final Table<Map.Entry<String, Environment.Fleet>> FLEETS = Table.of(
            Column.text("fleet", "FLEET", Map.Entry::getKey),
            Column.text("ids", "IDS", fleet -> fleet.getValue().ids()),
            Column.text("group", "GROUP", fleet -> fleet.getValue().group()),
            Column.text("tag", "TAG", fleet -> fleet.getValue().tag()));

    private static final Table<Missing> MISSING = Table.of(
            Column.text("key", "KEY", Missing::what), Column.text("disables", "WITHOUT IT", Missing::disables));

    public EnvShow(Session session) {
        super(
                Signature.of("env show", "Environments", "Show one environment and what it lacks")
                        .argument(NAME)
                        .example("env show production"),
                session);
    }

    @Override
    protected Answer answer(Words words) {
        Environments environments = session().environments();
        Environment environment =
                words.first(NAME).map(name -> environments.named(name.value())).orElseGet(this::chosen);
        return Answer.of(
                "env-show/1",
                facts(environment),
                Rows.of("fleets", FLEETS, List.copyOf(environment.fleets().entrySet()), "none")
                        .titled(Line.of("Fleets", Role.STRONG)),
                Rows.of("missing", MISSING, Missing.of(environment), "nothing")
                        .titled(Line.of("Not said in ", Role.STRONG).plus(environments.source(), Role.STRONG)));
    }

    private Environment chosen() {
        return session().environment().orElseThrow(() -> Problem.usage(
                        "no environment was named or chosen", "env show", "", "env list, then connect <environment>")
                .asException());
    }

    private static Facts facts(Environment environment) {
        Environment.Kafka kafka = environment.kafka();
        return Facts.of(
                "environment",
                Line.of("Environment " + environment.name(), Role.STRONG),
                Fact.data("name", environment.name()),
                Fact.of("protection", "Protection", environment.protection().word()),
                Fact.of("bootstrap", "Kafka", kafka.bootstrap()),
                Fact.of("client", "Client file", kafka.client())
                        .shown(kafka.client().orElse("none: no encryption, no authentication")),
                Fact.of("clusterId", "Cluster id", kafka.clusterId())
                        .shown(kafka.clusterId().orElse("not pinned"))
                        .role(kafka.clusterId().isPresent() ? Role.PLAIN : Role.WARNING),
                Fact.of("zookeeper", "ZooKeeper", environment.zookeeper().map(ZooKeeper::connect)),
                Fact.of(
                                "throttleBytesPerSecond",
                                "Throttle",
                                environment.limits().throttle().bytesPerSecond())
                        .shown(Units.rate(environment.limits().throttle().bytesPerSecond())),
                Fact.of(
                                "diskFreePercent",
                                "Disk to keep free",
                                environment.limits().diskFree().percent())
                        .shown(Units.percent(environment.limits().diskFree().percent())));
    }
}
