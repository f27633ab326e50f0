package io.kash.shell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.LabSpec;

/** The same on ZooKeeper 3.8 with {@code reconfigEnabled=false}, which is what it is where nobody switched it on. */
class WithoutReconfigurationIT extends ListedScenario {
    @Override
    LabSpec spec() {
        return LabSpec.bare().withoutReconfiguration();
    }

    @Override
    void join() {
        Result joined = product().run("zk", "join", "--to-new", CONFIRM, "lab");

        assertThat(joined.code()).as(joined.err()).isZero();
        assertThat(joined.out()).contains("6 of 6 servers serve, with the list 1,2,3,4,5,6 in their files");
    }

    @Override
    void retire() {
        Result retired = product().run("zk", "retire", "--from-old", CONFIRM, "lab");

        assertThat(retired.code()).as(retired.err()).isZero();
        assertThat(retired.out()).contains("3 of 3 servers serve, with the list 4,5,6 in their files");
    }

    /** From 3.5 on each server says what it runs with, too. */
    @Override
    void belong(Integer... ids) {
        super.belong(ids);
        assertThat(pulse().members()).hasSameSizeAs(ids).allMatch(member -> member.endsWith(" participant"));
    }
}
