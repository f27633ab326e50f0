package io.kash.commands.env;

import io.kash.commands.session.Session;
import io.kash.commands.terminal.Role;
import io.kash.commands.verb.Words;
import io.kash.commands.view.Answer;
import io.kash.commands.view.Column;
import io.kash.commands.view.ReadVerb;
import io.kash.commands.view.Rows;
import io.kash.commands.view.Table;
import io.kash.completions.signature.Signature;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.Environment.ZooKeeper;
import io.kash.surgery.environment.Environments;
import java.util.List;

/**
 * The environments of the file.
 *
 * <pre>
 * ENVIRONMENT  CHOSEN  PROTECTION  KAFKA                 ZOOKEEPER
 * lab          yes     confirm     127.60.1.11:9092,127… 127.60.1.5:2181,127.…
 * production   no      pair        kafka-1:9092          -
 * </pre>
 */
public final class EnvList extends ReadVerb {
    public EnvList(Session session) {
        super(
                Signature.of("env list", "Environments", "List the environments of the environments file")
                        .example("env list"),
                session);
    }

    @Override
    protected Answer answer(Words words) {
        Environments environments = session().environments();
        return Answer.of(
                "env-list/1",
                Rows.of(
                        "environments",
                        table(),
                        List.copyOf(environments.byName().values()),
                        environments.source() + " names no environment"));
    }

    private Table<Environment> table() {
        return Table.of(
                Column.text("name", "ENVIRONMENT", Environment::name),
                Column.<Environment>text("chosen", "CHOSEN", this::chosen)
                        .shown(environment -> chosen(environment) ? "yes" : "no")
                        .role(environment -> chosen(environment) ? Role.GOOD : Role.PLAIN),
                Column.text("protection", "PROTECTION", environment -> environment
                        .protection()
                        .word()),
                Column.text("kafka", "KAFKA", environment -> environment.kafka().bootstrap()),
                Column.text("zookeeper", "ZOOKEEPER", environment -> environment
                        .zookeeper()
                        .map(ZooKeeper::connect)));
    }

    private boolean chosen(Environment environment) {
        return session()
                .environment()
                .filter(one -> one.name().equals(environment.name()))
                .isPresent();
    }
}
