package io.kash.commands.zk;

import io.kash.commands.session.Session;
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
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.zookeeper.Node;
import io.kash.surgery.zookeeper.NodePath;
import io.kash.surgery.zookeeper.Tree;
import io.kash.surgery.zookeeper.TreeLook;
import java.util.List;
import java.util.Optional;

/**
 * A part of the tree, without the data of its nodes.
 *
 * <pre>
 * NODE        CHILDREN  BYTES  VERSION  SESSION             CHANGED
 * /brokers           3      0        0  -                   2026-03-01T14:02:07Z
 *   ids              2      0        0  -                   2026-03-01T14:02:07Z
 *     1              0    210        0  0x100000a4c2d0000   2026-03-01T14:05:00Z
 * </pre>
 */
public final class ZkTree extends ReadVerb {
    private static final int USUAL_DEPTH = 2;
    private static final int DEEPEST = 100;

    private static final Argument<NodePath> PATH =
            new Argument<>("path", ValueTypes.NODE, Arity.OPTIONAL, "from the root of the ensemble; / when left out");
    private static final Option<Integer> DEPTH = Option.optional(
            "depth", ValueType.NUMBER.named("levels"), "how many levels below it, 0 to 100; 2 when left out");

    public ZkTree(Session session) {
        super(
                Signature.of("zk tree", "ZooKeeper", "Show nodes of the ensemble's tree, without their data")
                        .details("Paths begin at the root of the ensemble, whatever chroot the environment's connect"
                                + " string ends with. Nothing is written.")
                        .argument(PATH)
                        .option(DEPTH)
                        .example("zk tree /brokers --depth 3"),
                session);
    }

    @Override
    protected Answer answer(Words words) {
        Environment environment = Needed.ensemble(session());
        NodePath path = words.first(PATH).orElse(NodePath.ROOT);
        int depth = words.first(DEPTH).orElse(USUAL_DEPTH);
        if (depth < 0 || depth > DEEPEST) {
            throw Problem.usage("--depth is 0 to " + DEEPEST, "zk tree", "", "help zk tree")
                    .asException();
        }
        Snapshot now = observe(new TreeLook(path, depth));
        Tree tree = now.part(Tree.class);
        if (tree.nodes().isEmpty()) {
            throw missing(path, environment.name());
        }
        Answer answer = new Answer(
                "zk-tree/1",
                Optional.of(now.observedAt()),
                List.of(Rows.of("nodes", table(path), tree.nodes(), "")),
                List.of(),
                List.of());
        return tree.whole() ? answer : answer.note("this is not all: it was too much, or may not be read");
    }

    static RuntimeException missing(NodePath path, String environment) {
        return Problem.failed(
                        "there is no node " + path,
                        environment,
                        "paths begin at the root of the ensemble, not at a chroot",
                        "zk tree /")
                .asException();
    }

    private static Table<Node> table(NodePath root) {
        return Table.of(
                Column.<Node>text("path", "NODE", node -> node.path().value())
                        .shown(node -> indented(node.path(), root)),
                Column.count("children", "CHILDREN", Node::children),
                Column.count("bytes", "BYTES", Node::bytes),
                Column.count("version", "VERSION", Node::version),
                Column.text("session", "SESSION", Node::owner),
                Column.text("changed", "CHANGED", Node::changed));
    }

    private static String indented(NodePath path, NodePath root) {
        int levels = path.depth() - root.depth();
        return levels == 0 ? path.value() : "  ".repeat(levels) + path.name();
    }
}
