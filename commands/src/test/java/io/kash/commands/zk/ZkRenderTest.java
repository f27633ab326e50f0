package io.kash.commands.zk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.commands.fake.FakeSession;
import io.kash.commands.fake.RecordingScreen;
import io.kash.commands.fake.Typed;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.fake.FakeConnection;
import io.kash.surgery.fake.FakeObserver;
import io.kash.surgery.zookeeper.Inspection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ZkRenderTest {
    private final FakeSession session = FakeSession.on(new FakeConnection(ZkSamples.addressed(10), new FakeObserver()))
            .with(RecordingScreen.pipe());

    @Test
    void one_file_is_printed_as_it_is_and_nothing_else() {
        assertThat(Typed.run(new ZkRender(session), "zoo.cfg", "--list", "joint", "--server", "4", "--data-dir", "/zk"))
                .isEqualTo(Outcome.DONE);

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                # Server 4, zone a, joint list. Its myid file holds 4.
                tickTime=2000
                initLimit=10
                syncLimit=5
                dataDir=/zk
                4lw.commands.whitelist=srvr, mntr, conf, cons, ruok
                reconfigEnabled=true
                standaloneEnabled=false
                # An empty database of its own must never win over the ensemble's.
                db.autocreate=false
                server.1=10.0.1.5:2888:3888:participant;10.0.1.5:2181
                server.4=10.0.1.10:2888:3888:observer;10.0.1.10:2181
                """);
        assertThat(session.recording().notes()).isEmpty();
    }

    @Test
    void the_timing_of_a_running_server_is_taken_over() {
        Inspection seen = new Inspection(List.of(
                ZkSamples.runningWith(Map.of(
                        "tickTime", "3000", "initLimit", "10", "maxSessionTimeout", "60000", "clientPort", "2181")),
                ZkSamples.dead()));
        FakeSession running = FakeSession.on(new FakeConnection(ZkSamples.addressed(10), new FakeObserver().with(seen)))
                .with(RecordingScreen.pipe());

        Typed.run(new ZkRender(running), "zoo.cfg", "--server", "4", "--like", "1");

        assertThat(running.recording().data().lines().skip(1).limit(4))
                .containsExactly(
                        "tickTime=3000", "initLimit=10", "maxSessionTimeout=60000", "dataDir=/var/lib/zookeeper");
        assertThatThrownBy(() -> Typed.run(new ZkRender(running), "zoo.cfg", "--like", "10.0.2.5:2181"))
                .hasMessageStartingWith("server 10.0.2.5:2181 does not say what it runs with");
        assertThatThrownBy(() -> Typed.run(new ZkRender(running), "zoo.cfg", "--like", "9"))
                .hasMessageStartingWith("there is no server 9");
    }

    @Test
    void several_files_stand_each_below_its_name() {
        Typed.run(new ZkRender(session), "zoo.cfg", "--static");

        assertThat(session.recording().data().lines().filter(line -> line.startsWith("#")))
                .containsExactly(
                        "# zoo.cfg of server 4",
                        "# Server 4, zone a, final list. Its myid file holds 4.",
                        "# zoo.cfg of server 5",
                        "# Server 5, zone b, final list. Its myid file holds 5.",
                        "# zoo.cfg of server 6",
                        "# Server 6, zone c, final list. Its myid file holds 6.");
    }

    @Test
    void the_chroot_of_the_environment_stays() {
        Typed.run(new ZkRender(session), "properties", "--list", "joint");

        assertThat(session.recording().data())
                .isEqualTo("zookeeper.connect=10.0.1.5:2181,10.0.1.10:2181,10.0.2.10:2181,10.0.3.10:2181/kafka\n");
    }

    @Test
    void json_for_other_tools_is_json_only() throws Exception {
        Typed.run(new ZkRender(session), "terraform", "--list", "old");

        assertThat(new com.fasterxml.jackson.databind.ObjectMapper()
                        .readTree(session.recording().data())
                        .path("zookeeper_servers")
                        .path("1")
                        .path("address")
                        .asText())
                .isEqualTo("10.0.1.5");
    }

    @Test
    void addresses_that_must_not_be_used_are_not_rendered() {
        FakeSession wrong = FakeSession.on(new FakeConnection(ZkSamples.addressed(3), new FakeObserver()));

        assertThat(Typed.run(new ZkRender(wrong), "chef")).isEqualTo(Outcome.REFUSED);

        assertThat(wrong.recording().data()).isEmpty();
        assertThat(wrong.recording().notes()).contains("server 4 would be 10.0.1.3, which is reserved");
    }

    @Test
    void a_server_that_is_not_in_the_list_is_refused() {
        assertThatThrownBy(() -> Typed.run(new ZkRender(session), "chef", "--server", "1"))
                .hasMessageStartingWith("server 1 is not in the final list");
        assertThatThrownBy(() -> Typed.run(new ZkRender(session), "puppet"))
                .hasMessageStartingWith("<form>: 'puppet' is not one of zoo.cfg, chef, terraform, properties");
    }
}
