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
import io.kash.surgery.zookeeper.Node;
import io.kash.surgery.zookeeper.NodeData;
import io.kash.surgery.zookeeper.NodeDataLook;
import io.kash.surgery.zookeeper.NodePath;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One node with its data: as text where it is UTF-8, else in hex. Programs get it as Base64, too.
 *
 * <pre>
 * Node /controller
 *   Bytes     55
 *   Version   0
 *   Session   0x100000a4c2d0000
 *
 * Data
 *   {"version":2,"brokerid":3,"timestamp":"1740830527123"}
 * </pre>
 */
public final class ZkGet extends ReadVerb {
    private static final int BYTES_A_LINE = 32;
    private static final Argument<NodePath> PATH =
            new Argument<>("path", ValueTypes.NODE, Arity.ONE, "from the root of the ensemble");

    /** @param text empty when the bytes are not UTF-8 */
    private record Content(Optional<String> text, String base64) {}

    private static final Table<Content> TABLE =
            Table.of(Column.text("text", "TEXT", Content::text), Column.text("base64", "BASE64", Content::base64));

    public ZkGet(Session session) {
        super(
                Signature.of("zk get", "ZooKeeper", "Show one node of the ensemble's tree with its data")
                        .argument(PATH)
                        .example("zk get /controller"),
                session);
    }

    @Override
    protected Answer answer(Words words) {
        String environment = Needed.ensemble(session()).name();
        NodePath path = words.first(PATH).orElseThrow();
        Snapshot now = observe(new NodeDataLook(path));
        NodeData found = now.part(NodeData.class);
        Node node = found.node().orElseThrow(() -> ZkTree.missing(path, environment));
        byte[] data = Base64.getDecoder().decode(found.base64());
        List<Content> contents = data.length == 0 ? List.of() : List.of(new Content(text(data), found.base64()));
        return Answer.of(
                "zk-get/1",
                now.observedAt(),
                facts(node),
                Rows.of("data", TABLE, contents, "none")
                        .titled(Line.of("Data", Role.STRONG))
                        .toldBy((content, width) -> lines(content, data)));
    }

    private static Facts facts(Node node) {
        return Facts.of(
                "node",
                Line.of("Node " + node.path(), Role.STRONG),
                Fact.data("path", node.path().value()),
                Fact.of("bytes", "Bytes", node.bytes()).shown(Units.count(node.bytes())),
                Fact.of("children", "Children", node.children()).shown(Units.count(node.children())),
                Fact.of("version", "Version", node.version()),
                Fact.of("session", "Session", node.owner()).shown(node.owner().orElse("none: it stays")),
                Fact.of("changed", "Changed", node.changed()));
    }

    private static Optional<String> text(byte[] data) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(data))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Line by line, all of it; what a terminal would obey is escaped like any other text. */
    private static List<Line> lines(Content content, byte[] data) {
        if (content.text().isPresent()) {
            // Not by lines(): a carriage return is no line end here, and is shown.
            String text = content.text().get();
            String whole = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
            return Stream.of(whole.split("\n", -1)).map(Line::of).toList();
        }
        List<Line> lines = new ArrayList<>();
        for (int from = 0; from < data.length; from += BYTES_A_LINE) {
            lines.add(Line.of(
                    HexFormat.ofDelimiter(" ").formatHex(data, from, Math.min(data.length, from + BYTES_A_LINE))));
        }
        return lines;
    }
}
