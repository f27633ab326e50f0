package io.kash.surgery.zookeeper.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kash.surgery.zookeeper.Sessions.ClientSession;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ConnectionLinesTest {
    @Test
    void sessions_are_read_from_the_word_and_the_connection_that_asks_is_none() {
        assertThat(
                        ConnectionLines.ofWord(
                                """
                 /127.0.0.1:51234[1](queued=0,recved=812,sent=815,sid=0x100000a4c2d0000,lop=PING,est=1740830527123,\
                to=18000,lcxid=0x2f,lzxid=0x100000a41,lresp=88123,llat=0,minlat=0,avglat=1,maxlat=12)
                 /0:0:0:0:0:0:0:1:51240[1](queued=0,recved=3,sent=3,sid=0x200000a4c2d0001,lop=GETC,est=1740830527124,\
                to=6000,lcxid=0x2f,lzxid=0x100000a41,lresp=88123,llat=0,minlat=0,avglat=1,maxlat=12)
                 /127.0.0.1:51250[0](queued=0,recved=1,sent=0)

                """))
                .containsExactly(
                        new ClientSession(
                                "127.0.0.1:51234",
                                "0x100000a4c2d0000",
                                OptionalLong.of(18_000),
                                Optional.of(Instant.ofEpochMilli(1_740_830_527_123L)),
                                "PING"),
                        new ClientSession(
                                "0:0:0:0:0:0:0:1:51240",
                                "0x200000a4c2d0001",
                                OptionalLong.of(6_000),
                                Optional.of(Instant.ofEpochMilli(1_740_830_527_124L)),
                                "GETC"));
    }

    @Test
    void sessions_are_read_from_the_admin_server() throws Exception {
        assertThat(
                        ConnectionLines.ofAdminServer(
                                new ObjectMapper()
                                        .readTree(
                                                """
                {"command": "connections", "error": null, "connections": [
                  {"remote_socket_address": "127.0.0.1:51234", "session_id": 72057638265618432, "session_timeout": 18000,
                   "established": 1740830527123, "last_operation": "PING"},
                  {"remote_socket_address": "127.0.0.1:51250", "session_id": 0}],
                 "secure_connections": [
                  {"remote_socket_address": "/127.0.0.1:51260", "session_id": "0x2a", "session_timeout": 6000}]}
                """)))
                .extracting(session -> session.client() + " " + session.id() + " " + session.lastOperation())
                .containsExactly("127.0.0.1:51234 0x100000a4c2d0000 PING", "127.0.0.1:51260 0x2a ");
    }

    @Test
    void what_is_neither_is_nobody() throws Exception {
        assertThat(ConnectionLines.ofWord("cons is not executed because it is not in the whitelist.\n"))
                .isEmpty();
        assertThat(ConnectionLines.ofWord("[](sid=\u001b[31m)")).isEmpty();
        assertThat(ConnectionLines.ofAdminServer(new ObjectMapper().readTree("{\"connections\": \"none\"}")))
                .isEmpty();
    }
}
