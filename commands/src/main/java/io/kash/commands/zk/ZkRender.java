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
import io.kash.commands.view.Table;
import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Arity;
import io.kash.completions.signature.Flag;
import io.kash.completions.signature.Option;
import io.kash.completions.signature.Signature;
import io.kash.completions.signature.ValueType;
import io.kash.surgery.addressing.ChefAttributes;
import io.kash.surgery.addressing.KafkaProperties;
import io.kash.surgery.addressing.Lists;
import io.kash.surgery.addressing.Placement;
import io.kash.surgery.addressing.Rendered;
import io.kash.surgery.addressing.Rendering;
import io.kash.surgery.addressing.ServerList;
import io.kash.surgery.addressing.TerraformVariables;
import io.kash.surgery.addressing.ZooCfg;
import io.kash.surgery.addressing.ZooCfg.Setting;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.Environment.ZooKeeper;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.zookeeper.Inspected;
import io.kash.surgery.zookeeper.Inspection;
import io.kash.surgery.zookeeper.InspectionLook;
import io.kash.surgery.zookeeper.ServerName;
import io.kash.surgery.zookeeper.ServerView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lists of servers the way other tools take them. What is printed is the file, nothing else:
 *
 * <pre>
 * # Server 4, zone a, final list. Its myid file holds 4.
 * tickTime=2000
 * …
 * server.4=10.0.1.10:2888:3888:participant;10.0.1.10:2181
 * </pre>
 */
public final class ZkRender extends ReadVerb {
    private enum Form {
        ZOO_CFG("zoo.cfg"),
        CHEF("chef"),
        TERRAFORM("terraform"),
        PROPERTIES("properties");

        private final String word;

        Form(String word) {
            this.word = word;
        }
    }

    private static final Argument<Form> FORM = new Argument<>(
            "form",
            ValueType.oneOf(Form.class, "form", List.of(Form.values()), form -> form.word),
            Arity.ONE,
            "zoo.cfg, chef, terraform or properties");
    private static final Option<ServerList> LIST = Option.optional(
            "list",
            ValueType.oneOf(ServerList.class, "list", ServerList.all(), ServerList::word),
            "old, joint or final; final when left out");
    private static final Option<Integer> SERVER =
            Option.optional("server", ValueType.NUMBER.named("id"), "only the file of the server with this id");
    private static final Option<String> DATA_DIR = Option.optional(
            "data-dir", ValueType.TEXT.named("directory"), "dataDir of zoo.cfg; /var/lib/zookeeper when left out");
    private static final Option<ServerName> LIKE = Option.optional(
            "like",
            ValueTypes.ENSEMBLE_SERVER,
            "a running server whose timing zoo.cfg takes over: tickTime and what else servers of one ensemble share");
    private static final Flag STATIC =
            new Flag("static", "zoo.cfg for an ensemble that cannot be reconfigured: before 3.5, or switched off");

    /** A number of milliseconds or of ticks; -1 stands for what follows from others. */
    private static final Pattern NUMBER = Pattern.compile("-1|[0-9]{1,9}");

    private static final Table<Rendered> TABLE = Table.of(
            Column.number("server", "SERVER", Rendered::server),
            Column.text("name", "FILE", Rendered::name),
            Column.text("content", "CONTENT", Rendered::content));

    public ZkRender(Session session) {
        super(
                Signature.of("zk render", "ZooKeeper", "Print the servers the way another tool takes them")
                        .details("A server's file of the joint list is the one it joins with: it names the old servers"
                                + " and itself, and it creates no database of its own.")
                        .argument(FORM)
                        .option(LIST)
                        .option(SERVER)
                        .option(DATA_DIR)
                        .option(LIKE)
                        .flag(STATIC)
                        .example("zk render zoo.cfg --list joint --server 4 --like 1")
                        .example("zk render terraform --list final"),
                session);
    }

    @Override
    protected Answer answer(Words words) {
        Environment environment = session().environment().orElseThrow(() -> Problem.usage(
                        "no environment was chosen", "zk render", "", "env list, then connect <environment>")
                .asException());
        KnownPlaces known = new KnownPlaces(environment);
        Placement placement = known.place(Map.of());
        Lists lists = known.lists(placement);
        ServerList list = words.first(LIST).orElse(known.usual(lists));
        if (!placement.refusals().isEmpty()) {
            return new Answer(
                    "zk-render/1",
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    placement.refusals().stream()
                            .map(refusal -> ZkAddresses.problem(refusal, environment))
                            .toList());
        }
        List<Rendered> files = rendering(words, environment).render(lists, list).stream()
                .filter(file -> words.first(SERVER)
                        .map(id -> file.server().orElse(id) == id)
                        .orElse(true))
                .toList();
        if (files.isEmpty() || lists.of(list).isEmpty()) {
            throw nobody(words, environment, list);
        }
        return Answer.of(
                "zk-render/1", Rows.of("files", TABLE, files, "").toldBy((file, width) -> lines(file, files.size())));
    }

    private Rendering rendering(Words words, Environment environment) {
        String connect = environment.zookeeper().map(ZooKeeper::connect).orElse("");
        int slash = connect.startsWith("consul://") ? -1 : connect.indexOf('/');
        KafkaProperties kafka = new KafkaProperties(slash < 0 ? "" : connect.substring(slash));
        return switch (words.first(FORM).orElseThrow()) {
            case ZOO_CFG -> zooCfg(words);
            case CHEF -> new ChefAttributes(kafka);
            case TERRAFORM -> new TerraformVariables(kafka);
            case PROPERTIES -> kafka;
        };
    }

    private Rendering zooCfg(Words words) {
        String dataDir = words.first(DATA_DIR).orElse("/var/lib/zookeeper");
        boolean dynamic = !words.has(STATIC);
        return words.first(LIKE)
                .map(name -> new ZooCfg(dataDir, dynamic, shared(name)))
                .orElseGet(() -> new ZooCfg(dataDir, dynamic));
    }

    private List<Setting> shared(ServerName name) {
        Inspected server = OneServer.of(
                observe(new InspectionLook()).part(Inspection.class),
                name,
                signature().name());
        List<Setting> shared = ServerView.SHARED.stream()
                .flatMap(key -> Optional.ofNullable(server.settings().get(key))
                        .filter(value -> NUMBER.matcher(value).matches())
                        .map(value -> new Setting(key, value))
                        .stream())
                .toList();
        if (shared.isEmpty()) {
            throw Problem.usage(
                            "server " + OneServer.title(server) + " does not say what it runs with",
                            signature().name(),
                            "it is asked by the word conf, which its 4lw.commands.whitelist may leave out",
                            "zk show " + name + " says what it answers")
                    .asException();
        }
        return shared;
    }

    /** The file as it is; where there are several, each below its name. */
    private static List<Line> lines(Rendered file, int files) {
        List<Line> lines = new java.util.ArrayList<>();
        if (files > 1) {
            lines.add(Line.of("# " + file.name() + " of server " + file.server().orElseThrow(), Role.FAINT));
        }
        file.content().lines().map(Line::of).forEach(lines::add);
        return lines;
    }

    private static RuntimeException nobody(Words words, Environment environment, ServerList list) {
        return Problem.usage(
                        words.first(SERVER)
                                .map(id -> "server " + id + " is not in the " + list.word() + " list")
                                .orElse("nobody is in the " + list.word() + " list"),
                        environment.name(),
                        "the fleets zookeeper-old and zookeeper-new of the environment say who is",
                        "zk addresses")
                .asException();
    }
}
