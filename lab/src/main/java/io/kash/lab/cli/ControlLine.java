package io.kash.lab.cli;

import java.util.List;

/**
 * How a request travels to a lab that is up: one line of words, {@code kill broker-1}; the words of the command line
 * itself. What comes back is lines of {@code pid <the supervisor>}, {@code out <text>}, {@code err <text>}, and at the end
 * {@code exit <code>}.
 */
final class ControlLine {
    static final String PID = "pid ";
    static final String OUT = "out ";
    static final String ERR = "err ";
    static final String EXIT = "exit ";

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
