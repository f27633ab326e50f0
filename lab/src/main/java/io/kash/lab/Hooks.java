package io.kash.lab;

import io.kash.lab.control.Console;
import io.kash.lab.control.ControlServer;
import java.util.List;

/**
 * What the lab's hook script asks for: {@code restart broker 2}, {@code stop zookeeper 3}, {@code started broker 2}. Behind
 * {@code restart zookeeper 1} may stand the lines of its file that name servers, to be put in place first, as in {@code
 * server.1=127.60.1.11:2888:3888}.
 *
 * <p>An answer of 0 means that the process was restarted or stopped, and nothing of how the server fares since.
 */
record Hooks(Lab lab) implements ControlServer.Handler {
    @Override
    public int carryOut(String line, Console console) {
        List<String> words = List.of(line.split(" ", -1));
        boolean lists = line.startsWith("restart zookeeper ")
                && words.stream().skip(3).allMatch(word -> word.startsWith("server."));
        if (words.size() != 3 && !(lists && words.size() > 3)) {
            throw notKnown(line, "it has not three words");
        }
        Node node = lab.nodes().stream()
                .map(NodeState::node)
                .filter(known -> kind(known).equals(words.get(1))
                        && String.valueOf(known.id()).equals(words.get(2)))
                .findFirst()
                .orElseThrow(() -> notKnown(line, "there is no " + words.get(1) + " " + words.get(2) + " in the lab"));
        switch (words.get(0)) {
            case "restart" -> {
                if (words.size() > 3) {
                    lab.list(node.name(), words.subList(3, words.size()));
                }
                lab.restart(node.name());
            }
            case "stop" -> lab.stop(node.name());
            case "started" -> {
                return started(node, console);
            }
            default -> throw notKnown(line, "it neither restarts nor stops");
        }
        console.out().println(node.name() + (words.get(0).equals("stop") ? " stopped" : " restarted"));
        return 0;
    }

    /** Says what tells the server's process from the one before it; 1 when it has none. The script answers it for ZooKeepers. */
    private int started(Node node, Console console) {
        return lab.nodes().stream()
                .filter(state -> state.node().equals(node) && state.life() != NodeState.Life.ENDED)
                .findFirst()
                .map(state -> {
                    console.out().println("process " + state.pid());
                    return 0;
                })
                .orElseGet(() -> {
                    console.err().println(node.name() + " does not run");
                    return 1;
                });
    }

    private static String kind(Node node) {
        if (node.isBroker()) {
            return "broker";
        }
        return node.isZooKeeper() ? "zookeeper" : "controller";
    }

    private static LabException notKnown(String line, String why) {
        return new LabException(
                "the lab has no such hook: " + line,
                why,
                "say restart, stop or started, broker, controller or zookeeper, an id");
    }
}
