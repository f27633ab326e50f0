package io.kash.surgery.zookeeper.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.quorum.ConnectString.Endpoint;
import io.kash.surgery.zookeeper.client.MemberList.Member;
import org.junit.jupiter.api.Test;

class MemberListTest {
    @Test
    void membersHaveTheAddressTheyServeClientsAt() {
        MemberList members = MemberList.of(
                """
                server.1=10.0.0.1:2888:3888:participant;10.0.1.1:2181
                server.2=z2:2888:3888:observer;2182
                server.3=z3:2888:3888;0.0.0.0:2181
                version=100000000
                """);

        assertThat(members.members())
                .containsExactly(
                        new Member(1, new Endpoint("10.0.1.1", 2181)),
                        new Member(2, new Endpoint("z2", 2182)),
                        new Member(3, new Endpoint("z3", 2181)));
    }

    @Test
    void aServerWithSeveralQuorumAddressesIsFoundAtTheFirst() {
        assertThat(MemberList.of("server.1=z1a:2888:3888|z1b:2888:3888:participant;0.0.0.0:2181")
                        .members())
                .containsExactly(new Member(1, new Endpoint("z1a", 2181)));
    }

    @Test
    void serversWithoutAClientPortAndOtherLinesAreLeftOut() {
        assertThat(MemberList.of("server.1=z1:2888:3888\nnonsense\nserver.x=y;1\nversion=0")
                        .members())
                .isEmpty();
    }
}
