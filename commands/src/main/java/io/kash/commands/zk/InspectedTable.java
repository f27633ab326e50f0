package io.kash.commands.zk;

import io.kash.commands.terminal.Role;
import io.kash.commands.view.Column;
import io.kash.commands.view.Table;
import io.kash.surgery.zookeeper.Inspected;
import io.kash.surgery.zookeeper.Inspected.Channel;
import io.kash.surgery.zookeeper.Inspected.Configured;
import io.kash.surgery.zookeeper.Member;
import java.util.ArrayList;
import java.util.List;

/**
 * The servers of an ensemble with what each lets be asked.
 *
 * <pre>
 * SERVER           ID  MODE       VERSION  LAST ZXID    SYNCED  CLIENTS  CONFIG   ANSWERS  PROBLEM
 * 127.60.1.5:2181   1  leader     3.8.6    0x100000a41       2       14  dynamic  words    -
 * 127.60.2.5:2181   2  no answer  -        -                 -        -  -        -        refused the connection
 * </pre>
 */
final class InspectedTable {
    static final Table<Inspected> TABLE = Table.of(
            Column.text("address", "SERVER", one -> one.server().address()),
            Column.number("id", "ID", one -> one.server().id()),
            Column.<Inspected>text("mode", "MODE", one -> one.server().mode())
                    .shown(one -> one.server().answered() ? one.server().mode() : "no answer")
                    .role(one -> one.server().answered() ? Role.GOOD : Role.BAD),
            Column.text("version", "VERSION", one -> one.server().version()),
            Column.text("zxid", "LAST ZXID", one -> one.server().zxid()),
            Column.count("syncedFollowers", "SYNCED", Inspected::syncedFollowers),
            Column.count("connections", "CLIENTS", one -> one.server().connections()),
            Column.text("configured", "CONFIG", one -> configured(one)),
            Column.<Inspected>text("answers", "ANSWERS", InspectedTable::answers)
                    .shown(InspectedTable::brief),
            Column.data(
                    "namedMembers", one -> one.named().stream().map(Member::id).toList()),
            Column.text("problem", "PROBLEM", one -> one.server().problem()));

    private InspectedTable() {}

    /** {@code dynamic}, {@code static}, or an empty text where the server does not say. */
    static String configured(Inspected server) {
        return server.server().answered() ? server.configured().word() : Configured.UNKNOWN.word();
    }

    private static List<String> answers(Inspected server) {
        return server.channels().stream()
                .filter(Channel::answers)
                .map(Channel::name)
                .toList();
    }

    /** {@code words} where every word it was asked is allowed, else those that are; {@code admin} for its AdminServer. */
    private static String brief(Inspected server) {
        List<String> words = new ArrayList<>(answers(server));
        boolean admin = words.remove(Channel.ADMIN);
        boolean all = server.channels().stream()
                .filter(channel -> !channel.name().equals(Channel.ADMIN))
                .allMatch(Channel::answers);
        String text = all && words.size() > 1 ? "words" : String.join(",", words);
        return text.isEmpty() ? admin ? "admin" : "-" : admin ? text + "+admin" : text;
    }
}
