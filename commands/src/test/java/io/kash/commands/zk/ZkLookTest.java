package io.kash.commands.zk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.commands.fake.FakeSession;
import io.kash.commands.fake.RecordingScreen;
import io.kash.commands.fake.Typed;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.fake.Clusters;
import io.kash.surgery.fake.FakeObserver;
import io.kash.surgery.plan.Part;
import io.kash.surgery.zookeeper.Inspection;
import io.kash.surgery.zookeeper.Node;
import io.kash.surgery.zookeeper.NodeData;
import io.kash.surgery.zookeeper.NodePath;
import io.kash.surgery.zookeeper.Sessions;
import io.kash.surgery.zookeeper.Sessions.ClientSession;
import io.kash.surgery.zookeeper.Sessions.OfServer;
import io.kash.surgery.zookeeper.Tree;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is seen of an ensemble, as text. */
class ZkLookTest {
    private static final String HOSTILE = "\u001b[2J\u202eevil";

    @Test
    void one_server_is_shown_in_depth() {
        FakeSession session = seeing(new Inspection(List.of(ZkSamples.leader(), ZkSamples.dead())));

        Typed.run(new ZkShow(session), "1");

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                Server 1 (10.0.1.5:2181)
                  Address            10.0.1.5:2181
                  Mode               leader
                  Version            3.8.6
                  Last zxid          0x100000a41
                  Followers in sync  2
                  Connections        14
                  Configuration      dynamic, version 0x100000000
                  Answers within     0.6 ms on average
                  Waiting requests   0
                  Nodes              1,234

                Asked by
                  NAME         ANSWERS  WHY NOT
                  srvr         yes      -
                  conf         yes      -
                  mntr         yes      -
                  AdminServer  no       nobody listens on port 8080

                Runs with
                  NAME      VALUE
                  dataDir   /var/lib/zookeeper
                  tickTime  2000
                """);
    }

    @Test
    void a_server_that_does_not_answer_is_shown_with_the_reason() {
        FakeSession session = seeing(new Inspection(List.of(ZkSamples.leader(), ZkSamples.dead())));

        Typed.run(new ZkShow(session), "10.0.2.5:2181");

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                Server 10.0.2.5:2181
                  Address            10.0.2.5:2181
                  Mode               no answer: refused the connection
                  Version            -
                  Last zxid          -
                  Followers in sync  -
                  Connections        -
                  Configuration      -
                  Answers within     -
                  Waiting requests   -
                  Nodes              -

                Asked by
                  NAME  ANSWERS  WHY NOT
                  srvr  no       refused the connection

                Runs with
                  it does not say
                """);
    }

    @Test
    void a_server_that_is_not_there_is_refused_with_those_that_are() {
        FakeSession session = seeing(new Inspection(List.of(ZkSamples.leader(), ZkSamples.dead())));

        assertThatThrownBy(() -> Typed.run(new ZkShow(session), "9"))
                .hasMessage("there is no server 9: the ensemble has 1 (10.0.1.5:2181), 10.0.2.5:2181");
    }

    @Test
    void a_dynamic_configuration_is_shown_with_its_version_and_who_told_it() {
        FakeSession session = seeing(new Inspection(List.of(ZkSamples.dead(), ZkSamples.leader())));

        Typed.run(new ZkConfig(session));

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                Configuration
                  Kind     dynamic
                  Version  0x100000000
                  Told by  10.0.1.5:2181 (leader)

                Members
                  ID  ROLE         PEERS                    CLIENTS
                   1  participant  10.0.1.5:2888:3888       10.0.1.5:2181
                   2  observer     zk-2.internal:2888:3888  zk-2.internal:2181
                """);
        assertThat(session.recording().notes())
                .isEqualTo(
                        """
                note: 10.0.2.5:2181 does not tell its configuration
                note: known by host names, which a server resolves once, when it starts: server 2 as zk-2.internal:2888:3888
                """);
    }

    @Test
    void where_servers_know_no_configuration_those_that_were_asked_are_shown() {
        FakeSession session = seeing(new Inspection(List.of(ZkSamples.old())));

        Typed.run(new ZkConfig(session));

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                Configuration
                  Kind     static, not told; below are those asked
                  Version  -
                  Told by  -

                Members
                  ID  ROLE  PEERS  CLIENTS
                   3  -     -      10.0.3.5:2181
                """);
    }

    @Test
    void sessions_are_listed_and_a_server_that_does_not_tell_them_says_why() {
        FakeSession session = seeing(sessions());

        assertThat(Typed.run(new ZkSessions(session))).isEqualTo(Outcome.DONE);

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                SERVER         SESSIONS  TOLD BY  WHY NOT
                10.0.1.5:2181         1  cons     -
                10.0.2.5:2181         -  -        'cons' is not in its 4lw.commands.whitelist, and of its AdminServer: nobody listens o…

                Sessions
                  SERVER         CLIENT          SESSION            TIMEOUT   SINCE  LAST
                  10.0.1.5:2181  10.0.7.7:51234  0x100000a4c2d0000      18s  3m 10s  \\x1b[2J\\u202eevil
                """);
    }

    @Test
    void on_a_narrow_screen_sessions_fit() {
        FakeSession session = seeing(sessions()).with(RecordingScreen.terminal(80));

        Typed.run(new ZkSessions(session));

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                SERVER         SESSIONS  TOLD BY  WHY NOT
                10.0.1.5:2181         1  cons     -
                10.0.2.5:2181         -  -        'cons' is not in its 4lw.commands.whitelist, …

                Sessions
                  SERVER         CLIENT          SESSION         TIMEOUT   SINCE  LAST
                  10.0.1.5:2181  10.0.7.7:51234  0x100000a4c2d…      18s  3m 10s  \\x1b[2J\\u202e…
                """);
    }

    @Test
    void sessions_that_no_server_tells_are_a_failure() {
        FakeSession session = seeing(new Sessions(
                List.of(new OfServer("10.0.1.5:2181", List.of(), "", "'cons' is not in its 4lw.commands.whitelist"))));

        assertThat(Typed.run(new ZkSessions(session))).isEqualTo(Outcome.FAILED);

        assertThat(session.recording().notes())
                .isEqualTo(
                        """
                error: no server tells its sessions
                  where: lab
                  why:   10.0.1.5:2181: 'cons' is not in its 4lw.commands.whitelist
                  next:  put cons into 4lw.commands.whitelist of the servers, or zk list
                """);
    }

    @Test
    void a_tree_is_indented_and_what_a_terminal_would_obey_is_escaped() {
        FakeSession session = seeing(new Tree(
                List.of(
                        node("/shop", 2, Optional.empty()),
                        node("/shop/" + HOSTILE, 0, Optional.of("0x100000a4c2d0000")),
                        node("/shop/orders", 0, Optional.empty())),
                false));

        Typed.run(new ZkTree(session), "/shop", "--depth", "1");

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                NODE                 CHILDREN  BYTES  VERSION  SESSION            CHANGED
                /shop                       2  1,210        3  -                  2026-07-28T14:02:07Z
                  \\x1b[2J\\u202eevil         0  1,210        3  0x100000a4c2d0000  2026-07-28T14:02:07Z
                  orders                    0  1,210        3  -                  2026-07-28T14:02:07Z
                """);
        assertThat(session.recording().notes())
                .isEqualTo("note: this is not all: it was too much, or may not be read\n");
    }

    @Test
    void a_node_that_is_not_there_is_a_failure() {
        FakeSession session = seeing(new Tree(List.of(), true));

        assertThatThrownBy(() -> Typed.run(new ZkTree(session), "/nowhere"))
                .hasMessage("there is no node /nowhere: paths begin at the root of the ensemble, not at a chroot");
        assertThatThrownBy(() -> Typed.run(new ZkTree(session), "nowhere"))
                .hasMessageContaining("'nowhere' is not a path; write it like /brokers/ids");
        assertThatThrownBy(() -> Typed.run(new ZkTree(session), "/", "--depth", "-1"))
                .hasMessageContaining("--depth is 0 to 100");
    }

    @Test
    void data_is_shown_line_by_line_and_what_a_terminal_would_obey_is_escaped() {
        FakeSession session = seeing(data("{\n  \"a\": \"" + HOSTILE + "\"\r\n}\n"));

        Typed.run(new ZkGet(session), "/shop");

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                Node /shop
                  Bytes     1,210
                  Children  0
                  Version   3
                  Session   none: it stays
                  Changed   2026-07-28T14:02:07Z

                Data
                  {
                    "a": "\\x1b[2J\\u202eevil"\\x0d
                  }
                """);
    }

    @Test
    void data_that_is_no_text_is_shown_in_hex() {
        byte[] bytes = new byte[34];
        bytes[0] = (byte) 0xff;
        FakeSession session = seeing(new NodeData(
                Optional.of(node("/shop", 0, Optional.empty())),
                Base64.getEncoder().encodeToString(bytes)));

        Typed.run(new ZkGet(session), "/shop");

        assertThat(session.recording().data())
                .endsWith(
                        """
                Data
                  ff 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
                  00 00
                """);
    }

    @Test
    void to_programs_data_goes_as_it_is_in_base64() {
        FakeSession session = seeing(data("a\tb")).with(RecordingScreen.pipe());

        Typed.run(new ZkGet(session), "/shop", "--query", "data[0].base64");

        assertThat(session.recording().data()).isEqualTo("\"YQli\"\n");
    }

    private static Sessions sessions() {
        return new Sessions(List.of(
                new OfServer(
                        "10.0.1.5:2181",
                        List.of(new ClientSession(
                                "10.0.7.7:51234",
                                "0x100000a4c2d0000",
                                OptionalLong.of(18_000),
                                Optional.of(Clusters.NOW.minusSeconds(190)),
                                HOSTILE)),
                        "cons",
                        ""),
                new OfServer(
                        "10.0.2.5:2181",
                        List.of(),
                        "",
                        "'cons' is not in its 4lw.commands.whitelist, and of its AdminServer: nobody listens on port"
                                + " 8080")));
    }

    private static NodeData data(String text) {
        return new NodeData(
                Optional.of(node("/shop", 0, Optional.empty())),
                Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Node node(String path, int children, Optional<String> owner) {
        return new Node(new NodePath(path), children, 1_210, owner, 3, Clusters.NOW);
    }

    private static FakeSession seeing(Part part) {
        return FakeSession.lab(new FakeObserver().with(part));
    }
}
