package io.kash.commands.env;

import io.kash.commands.session.Session;
import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.verb.ValueTypes;
import io.kash.commands.verb.Words;
import io.kash.commands.view.Answer;
import io.kash.commands.view.Column;
import io.kash.commands.view.ReadVerb;
import io.kash.commands.view.Rows;
import io.kash.commands.view.Table;
import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Arity;
import io.kash.completions.signature.Option;
import io.kash.completions.signature.Signature;
import io.kash.completions.signature.ValueType;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.EnvironmentName;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.terraform.CloudFacts;
import io.kash.surgery.terraform.Difference;
import io.kash.surgery.terraform.Difference.State;
import io.kash.surgery.terraform.Import;
import io.kash.surgery.terraform.ResourcesFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What Terraform keeps of subnets, ZooKeeper servers and groups, beside what an environment says, and the lines that would
 * make the environment say the same. The file is not edited: it is somebody's, with their comments.
 *
 * <pre>
 * KEY                             ENVIRONMENT  TERRAFORM    AWS        STATE    RESOURCE
 * zookeeper.addressing.subnets.a  10.0.1.0/24  10.0.1.0/24  not asked  same     aws_subnet.zookeeper["a"]
 * zookeeper.addressing.servers.1  -            10.0.1.57    not asked  new      aws_instance.zookeeper[0]
 *
 * To put into the environment
 *   zookeeper:
 *     addressing:
 *       subnets: {a: 10.0.1.0/24}
 *       servers: {1: 10.0.1.57}
 * </pre>
 */
public final class EnvImport extends ReadVerb {
    private static final Option<String> TERRAFORM = Option.required(
            "terraform",
            ValueType.TEXT.named("path"),
            "what terraform show -json printed, or a directory of such files");
    private static final Option<String> SERVERS = Option.optional(
            "servers",
            ValueType.TEXT.named("glob"),
            "names in Terraform of machines that are ZooKeeper servers; *zookeeper* when left out");
    private static final Argument<EnvironmentName> NAME = new Argument<>(
            "environment", ValueTypes.ENVIRONMENT, Arity.OPTIONAL, "its name; the one chosen when left out");

    private static final Table<Difference> TABLE = Table.of(
            Column.text("key", "KEY", Difference::key),
            Column.text("environment", "ENVIRONMENT", Difference::here),
            Column.text("terraform", "TERRAFORM", Difference::there),
            Column.<Difference>text("cloud", "AWS", one -> one.cloud().value()).shown(one -> cloud(one.cloud())),
            Column.<Difference>text("state", "STATE", one -> one.state().word()).role(EnvImport::role),
            Column.text("resource", "RESOURCE", Difference::name));

    private static final Table<String> LINES = Table.of(Column.text("line", "LINE", line -> line));

    public EnvImport(Session session) {
        super(
                Signature.of("env import", "Environments", "Compare an environment with what Terraform keeps")
                        .details("Reads subnets, addresses of ZooKeeper servers and Auto Scaling groups, and prints the"
                                + " lines to put into the environments file. The id of a server is its tag myid, its key"
                                + " under for_each, or one more than its count.index.")
                        .argument(NAME)
                        .option(TERRAFORM)
                        .option(SERVERS)
                        .example("env import production --terraform resources.json"),
                session);
    }

    @Override
    protected Answer answer(Words words) {
        Environment environment = words.first(NAME)
                .map(name -> session().environments().named(name.value()))
                .or(session()::environment)
                .orElseThrow(() -> Problem.usage(
                                "no environment was named or chosen",
                                "env import",
                                "",
                                "env list, then env import <environment> --terraform <path>")
                        .asException());
        Import found = Import.of(
                environment,
                ResourcesFile.read(Path.of(words.first(TERRAFORM).orElseThrow())),
                glob(words.first(SERVERS).orElse("*zookeeper*")),
                CloudFacts.NOT_ASKED);
        return new Answer(
                "env-import/1",
                Optional.empty(),
                List.of(
                        Rows.of("differences", TABLE, found.differences(), "Terraform keeps nothing of these"),
                        Rows.of("lines", LINES, lines(found), "nothing")
                                .titled(Line.of("To put into the environment", Role.STRONG))
                                .toldBy((line, width) -> List.of(Line.of(line)))),
                found.unclear(),
                List.of());
    }

    private static Pattern glob(String glob) {
        return Pattern.compile(Pattern.quote(glob).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"));
    }

    /** What the environment lacks, or says otherwise. */
    private static List<String> lines(Import found) {
        List<String> lines = new ArrayList<>();
        if (missing(found, "zookeeper.addressing.")) {
            lines.add("zookeeper:");
            lines.add("  addressing:");
            add(lines, "subnets", found.subnets());
            add(lines, "servers", found.servers());
        }
        List<String> groups = found.differences().stream()
                .filter(one -> one.key().equals("fleets"))
                .flatMap(one -> one.there().stream())
                .map(group -> "  # <fleet>: {group: " + quoted(group) + "}")
                .toList();
        if (!groups.isEmpty()) {
            lines.add("fleets:");
            lines.addAll(groups);
        }
        return lines;
    }

    private static boolean missing(Import found, String prefix) {
        return found.differences().stream()
                .anyMatch(one -> one.key().startsWith(prefix)
                        && one.there().isPresent()
                        && !one.here().equals(one.there()));
    }

    private static void add(List<String> lines, String key, Map<String, String> values) {
        if (!values.isEmpty()) {
            lines.add(values.entrySet().stream()
                    .map(value -> plain(value.getKey()) + ": " + value.getValue())
                    .collect(Collectors.joining(", ", "    " + key + ": {", "}")));
        }
    }

    /** Names of zones are written as they are where YAML lets them be. */
    private static String plain(String key) {
        return key.matches("[A-Za-z0-9][A-Za-z0-9-]*") ? key : quoted(key);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String cloud(CloudFacts.Told told) {
        return told.asked() ? told.value().orElse("gone") : "not asked";
    }

    private static Role role(Difference difference) {
        State state = difference.state();
        return switch (state) {
            case SAME -> Role.GOOD;
            case NEW, ONLY_HERE -> Role.PLAIN;
            case DIFFERS, STALE -> Role.WARNING;
        };
    }
}
