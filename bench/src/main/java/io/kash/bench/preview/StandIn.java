package io.kash.bench.preview;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.MessageUtil;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.ResponseHeader;

/**
 * Brokers that only answer questions, from memory, each at a port of its own on 127.0.0.1. They speak Kafka's protocol by
 * the classes of its own client. An answer is made once for each question, so that what is measured is who asks.
 */
final class StandIn implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "stand-in");
        thread.setDaemon(true);
        return thread;
    });
    private final List<ServerSocket> sockets = new ArrayList<>();
    private final Map<Question, ByteBuffer> known = new ConcurrentHashMap<>();
    private final Answers answers;

    /** What is asked of whom, without what tells one asking from the next. */
    private record Question(int broker, ApiKeys what, short version, ByteBuffer words) {}

    StandIn(MadeUpTopics cluster) throws IOException {
        while (sockets.size() < cluster.brokers().size()) {
            ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            sockets.add(socket);
        }
        answers = new Answers(
                cluster, sockets.stream().map(ServerSocket::getLocalPort).toList());
        for (int broker : cluster.brokers()) {
            threads.execute(() -> accept(sockets.get(broker - 1), broker));
        }
    }

    /** Three of them. */
    String bootstrap() {
        return sockets.stream()
                .limit(3)
                .map(socket -> "127.0.0.1:" + socket.getLocalPort())
                .collect(Collectors.joining(","));
    }

    private void accept(ServerSocket server, int broker) {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                client.setTcpNoDelay(true);
                threads.execute(() -> serve(client, broker));
            } catch (IOException | RejectedExecutionException e) {
                // It was closed, or who came is gone again.
            }
        }
    }

    private void serve(Socket client, int broker) {
        try (client;
                DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
                DataOutputStream out = new DataOutputStream(client.getOutputStream())) {
            while (true) {
                byte[] asked = new byte[in.readInt()];
                in.readFully(asked);
                out.write(answer(broker, ByteBuffer.wrap(asked)));
            }
        } catch (IOException e) {
            // Whoever asked has left.
        }
    }

    private byte[] answer(int broker, ByteBuffer asked) {
        RequestHeader header = RequestHeader.parse(asked);
        Question question = new Question(broker, header.apiKey(), header.apiVersion(), asked.slice());
        ByteBuffer words = known.computeIfAbsent(question, this::answer).duplicate();
        ResponseHeader above = header.toResponseHeader();
        ByteBuffer begin = MessageUtil.toByteBufferAccessor(above.data(), above.headerVersion())
                .buffer();
        int length = begin.remaining() + words.remaining();
        return ByteBuffer.allocate(Integer.BYTES + length)
                .putInt(length)
                .put(begin)
                .put(words)
                .array();
    }

    private ByteBuffer answer(Question question) {
        AbstractRequest asked = AbstractRequest.parseRequest(
                        question.what(),
                        question.version(),
                        new ByteBufferAccessor(question.words().duplicate()))
                .request;
        return MessageUtil.toByteBufferAccessor(
                        answers.to(question.broker(), question.what(), asked.data()), question.version())
                .buffer();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        sockets.forEach(socket -> {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
