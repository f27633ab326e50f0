package io.kash.surgery.membership;

import io.kash.surgery.environment.HookWords;
import java.util.List;

/**
 * The operator's programs for ZooKeeper servers, as the environments file has them.
 *
 * @param restart restarts a server with the list of servers that it is given to read; empty where there is none
 * @param stop stops one for good; empty where there is none
 * @param told whether a program tells which process a server is and which servers its file names
 */
public record ServerHooks(List<String> restart, List<String> stop, boolean told) {
    private static final String KIND = "zookeeper";

    public ServerHooks {
        restart = List.copyOf(restart);
        stop = List.copyOf(stop);
    }

    List<String> restart(int id, String client) {
        return HookWords.of(restart, KIND, id, host(client));
    }

    List<String> stop(int id, String client) {
        return HookWords.of(stop, KIND, id, host(client));
    }

    /** The host of a client address. */
    static String host(String client) {
        return client.substring(0, client.lastIndexOf(':'));
    }
}
