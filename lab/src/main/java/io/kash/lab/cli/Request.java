package io.kash.lab.cli;

import java.util.List;

/** What somebody asked of the lab. */
sealed interface Request {
    /** What lab to start. */
    record Choice(Scenario scenario, boolean kraft) {}

    /** Start a lab that stays; here until it is stopped, or in the background. */
    record Up(Choice choice, boolean foreground) implements Request {}

    /** Start a lab, run a script in it, account for it, stop it. */
    record Run(Choice choice, String script, List<String> productOptions) implements Request {
        public Run {
            productOptions = List.copyOf(productOptions);
        }
    }

    /** Start a lab, open the shell in it, stop it when the shell ends. */
    record Shell(Choice choice) implements Request {}

    /** Show the usage. */
    record Help() implements Request {}

    /** Something a lab that is up is asked over its control socket. */
    sealed interface OfRunningLab extends Request {}

    /** Which servers there are and how they stand. */
    record Status() implements OfRunningLab {}

    /** Stop the lab. */
    record Down() implements OfRunningLab {}

    /** Start new, empty brokers. */
    record StartNewBrokers(int count) implements OfRunningLab {}

    /** Do something to one server. */
    record ToNode(NodeVerb verb, String node) implements OfRunningLab {}
}
