package io.kash.shell.suite;

import io.kash.lab.LabSpec;
import io.kash.lab.NodeState.Life;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * The first half of the story on servers that cannot be reconfigured: ZooKeeper 3.4.14, with Kafka on it and clients running.
 * Three servers join by lists in files and restarts, the brokers are told of them and rolled, the three old ones leave and
 * are stopped. The shell is killed with SIGKILL on the way, and another goes on.
 */
class StaticEnsembleIT extends ListedScenario {
    @Override
    LabSpec spec() {
        return LabSpec.bare().withZooKeeper("3.4.14");
    }

    /** Not just before a program is begun: whether it was, nobody can see, and a person sends it again. */
    @Override
    void join() {
        shell().killWhen(
                        List.of(marked("join 4", "0/4"), marked("join 5", "1/5"), marked("join 6", "5/6")),
                        "zk",
                        "join",
                        "--to-new",
                        CONFIRM,
                        "lab");
    }

    /** So many servers have been through the list of this step, and the ensemble has taken a write since. */
    private BooleanSupplier marked(String step, String through) {
        Pattern mark = Pattern.compile(step + " [0-9a-f]{16} " + through + " .*");
        return () -> mark.matcher(pulse().mark()).matches();
    }

    @Override
    void retire() {
        shell().killWhen(
                        List.of(() -> servers(1).get(0).life() == Life.ENDED),
                        "zk",
                        "retire",
                        "--from-old",
                        CONFIRM,
                        "lab");
    }
}
