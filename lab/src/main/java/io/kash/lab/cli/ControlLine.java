package io.kash.lab.cli;

import java.util.List;

/** How a request travels to a lab that is up: one line of words, {@code kill broker-1}; those of the command line itself. */
final class ControlLine {
    private ControlLine() {}

    static String of(Request.OfRunningLab request) {
        if (request instanceof Request.StartNewBrokers start) {
            return "start broker --new --count " + start.count();
        }
        if (request instanceof Request.ToNode toNode) {
            return toNode.verb().word() + " " + toNode.node();
        }
        return request instanceof Request.Down ? "down" : "status";
    }

    /** @throws UsageException when the line is no request for a running lab */
    static Request.OfRunningLab read(String line) {
        if (Words.read(List.of(line.split(" ", -1))) instanceof Request.OfRunningLab request) {
            return request;
        }
        throw new UsageException("not for a running lab: " + line);
    }
}
