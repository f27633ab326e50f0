package io.kash.shell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.LabSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The shell is killed with SIGKILL at each boundary of a join and of a removal, and another goes on: when a change is
 * written down and perhaps not sent, and when it has happened and is perhaps not written down as answered.
 */
class EnsembleSurgeryIT extends EnsembleScenario {
    @Override
    LabSpec spec() {
        return LabSpec.bare();
    }

    @Override
    void join() {
        killWhen(
                List.of(
                        intended(joining(4, "OBSERVER")),
                        intended(mark("join 4")),
                        intended(joining(4, "PARTICIPANT"))),
                "zk",
                "join",
                "4");
        killWhen(List.of(isNow("5 observer"), isNow("5 participant")), "zk", "join", "5");
        Result last = product().run("zk", "join", "6", CONFIRM, "lab");
        assertThat(last.code()).as(last.err()).isZero();
    }

    @Override
    void retire() {
        List<Integer> old = new ArrayList<>(List.of(1, 2, 3));
        int leader = servers().leaders(1, 2, 3).stream().findFirst().orElse(3);
        old.remove(Integer.valueOf(leader));
        int first = old.get(0);
        int second = old.get(1);
        killWhen(
                List.of(intended(leaving(first)), intended(mark("retire " + first))),
                "zk",
                "retire",
                String.valueOf(first));
        killWhen(List.of(isGone(second)), "zk", "retire", String.valueOf(second));
        // The answer of a leader that is removed is lost in any case; here nobody is left to miss it.
        killWhen(
                List.of(intended(leaving(leader)), intended("\"what\":\"stop server " + leader)),
                "zk",
                "retire",
                String.valueOf(leader));
    }

    private static String joining(int id, String role) {
        return "\"joining\":\\[[^]]*\"id\":" + id + ",\"peers\":\"[^\"]*\",\"role\":\"" + role + "\"";
    }

    private static String leaving(int id) {
        return "\"leaving\":\\[" + id + "]";
    }

    private static String mark(String begins) {
        return "\"kind\":\"zookeeper.mark/1\",\"mark\":\"" + begins;
    }

    private BooleanSupplier intended(String intent) {
        return shell().intended(intent);
    }

    /** It has happened. */
    private BooleanSupplier isNow(String member) {
        return () -> pulse().members().contains(member);
    }

    private BooleanSupplier isGone(int id) {
        return () -> pulse().members().stream().noneMatch(member -> member.startsWith(id + " "));
    }

    private void killWhen(List<BooleanSupplier> boundaries, String... words) {
        List<String> command = new ArrayList<>(List.of(words));
        command.addAll(List.of(CONFIRM, "lab"));
        shell().killWhen(boundaries, command.toArray(String[]::new));
    }
}
