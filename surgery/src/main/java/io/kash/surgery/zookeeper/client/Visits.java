package io.kash.surgery.zookeeper.client;

import io.kash.surgery.quorum.ConnectString.Endpoint;
import io.kash.surgery.zookeeper.Ensemble.Server;
import io.kash.surgery.zookeeper.client.MemberList.Member;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Which servers to ask: those the connect string resolves to and those the ensemble's configuration names, each once.
 *
 * @param servers in that order
 * @param unknown servers whose names nobody knows
 */
record Visits(List<ServerVisit> servers, List<Server> unknown) {
    Visits {
        servers = List.copyOf(servers);
        unknown = List.copyOf(unknown);
    }

    static Visits to(List<Endpoint> connect, MemberList members) {
        Map<InetSocketAddress, ServerVisit> visits = new LinkedHashMap<>();
        List<Server> unknown = new ArrayList<>();
        for (Endpoint address : connect) {
            add(address, OptionalInt.empty(), visits, unknown);
        }
        for (Member member : members.members()) {
            add(member.client(), OptionalInt.of(member.id()), visits, unknown);
        }
        return new Visits(List.copyOf(visits.values()), unknown);
    }

    private static void add(
            Endpoint address, OptionalInt id, Map<InetSocketAddress, ServerVisit> visits, List<Server> unknown) {
        try {
            InetAddress[] resolved = InetAddress.getAllByName(address.host());
            for (InetAddress one : resolved) {
                InetSocketAddress target = new InetSocketAddress(one, address.port());
                // One name for several servers, the usual thing with Consul, says nothing about any of them.
                String shown = resolved.length == 1
                        ? address.toString()
                        : new Endpoint(one.getHostAddress(), address.port()).toString();
                visits.merge(target, new ServerVisit(shown, target, id), Visits::known);
            }
        } catch (UnknownHostException e) {
            unknown.add(ServerAnswers.silent(address.toString(), id, "its host name is not known"));
        }
    }

    private static ServerVisit known(ServerVisit first, ServerVisit second) {
        return first.id().isPresent() ? first : new ServerVisit(first.address(), first.target(), second.id());
    }
}
