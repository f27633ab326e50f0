package io.kash.commands.zk;

import io.kash.commands.terminal.Role;
import io.kash.commands.view.Column;
import io.kash.commands.view.Table;
import io.kash.surgery.zookeeper.Ensemble.Server;

/**
 * The servers of an ensemble as a table.
 *
 * <pre>
 * SERVER           ID  MODE      VERSION  LAST ZXID    CONNECTIONS  PROBLEM
 * 127.60.1.5:2181   1  leader    3.8.6    0x100000a41           14  -
 * 127.60.2.5:2181   2  no answer  -        -                      -  connection refused
 * </pre>
 */
public final class ServerTable {
    public static final Table<Server> TABLE = Table.of(
            Column.text("address", "SERVER", Server::address),
            Column.number("id", "ID", Server::id),
            Column.text("mode", "MODE", Server::mode)
                    .shown(server -> server.answered() ? server.mode() : "no answer")
                    .role(server -> server.answered() ? Role.GOOD : Role.BAD),
            Column.text("version", "VERSION", Server::version),
            Column.text("zxid", "LAST ZXID", Server::zxid),
            Column.count("connections", "CONNECTIONS", Server::connections),
            Column.text("problem", "PROBLEM", Server::problem));

    private ServerTable() {}
}
