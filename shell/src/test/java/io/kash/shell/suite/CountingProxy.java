package io.kash.shell.suite;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.common.message.DescribeClusterResponseData;
import org.apache.kafka.common.message.FindCoordinatorResponseData;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.MessageUtil;
import org.apache.kafka.common.requests.ResponseHeader;

/**
 * Stands between a client and all brokers of a cluster, and counts every request by its kind as it passes. Answers that
 * name brokers are rewritten, so that a client never leaves it.
 */
final class CountingProxy implements AutoCloseable {
    private final Map<InetSocketAddress, ServerSocket> doors = new ConcurrentHashMap<>();
    private final List<Socket> open = new ArrayList<>();
    private final Map<ApiKeys, Integer> counts = new EnumMap<>(ApiKeys.class);

    /** The address that stands for a broker's. */
    InetSocketAddress before(InetSocketAddress broker) {
        return (InetSocketAddress) doors.computeIfAbsent(broker, this::open).getLocalSocketAddress();
    }

    /** How many requests of each kind have passed. */
    synchronized Map<ApiKeys, Integer> counts() {
        return new EnumMap<>(counts);
    }

    private ServerSocket open(InetSocketAddress broker) {
        try {
            ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            start(() -> {
                while (true) {
                    Socket client = door.accept();
                    Socket server = new Socket(broker.getHostString(), broker.getPort());
                    keep(client, server);
                    Map<Integer, short[]> asked = new ConcurrentHashMap<>();
                    start(() -> requests(client, server, asked));
                    start(() -> answers(server, client, asked));
                }
            });
            return door;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request begins with its length, its kind, its version and the number its answer will bear. */
    private void requests(Socket client, Socket server, Map<Integer, short[]> asked) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        DataOutputStream out = new DataOutputStream(server.getOutputStream());
        while (true) {
            byte[] frame = in.readNBytes(in.readInt());
            ByteBuffer head = ByteBuffer.wrap(frame);
            short kind = head.getShort();
            short version = head.getShort();
            asked.put(head.getInt(), new short[] {kind, version});
            count(ApiKeys.forId(kind));
            out.writeInt(frame.length);
            out.write(frame);
            out.flush();
        }
    }

    private synchronized void count(ApiKeys kind) {
        counts.merge(kind, 1, Integer::sum);
    }

    private void answers(Socket server, Socket client, Map<Integer, short[]> asked) throws IOException {
        DataInputStream in = new DataInputStream(server.getInputStream());
        DataOutputStream out = new DataOutputStream(client.getOutputStream());
        while (true) {
            byte[] frame = in.readNBytes(in.readInt());
            short[] request = asked.remove(ByteBuffer.wrap(frame).getInt());
            byte[] passed = request == null ? frame : rewritten(frame, ApiKeys.forId(request[0]), request[1]);
            out.writeInt(passed.length);
            out.write(passed);
            out.flush();
        }
    }

    private byte[] rewritten(byte[] frame, ApiKeys kind, short version) {
        short headerVersion = kind.responseHeaderVersion(version);
        ByteBuffer buffer = ByteBuffer.wrap(frame);
        ByteBufferAccessor body = new ByteBufferAccessor(buffer);
        switch (kind) {
            case METADATA -> {
                ResponseHeader header = ResponseHeader.parse(buffer, headerVersion);
                MetadataResponseData data = new MetadataResponseData(body, version);
                data.brokers()
                        .forEach(broker ->
                                stand(broker.host(), broker.port(), door -> broker.setHost(door.getHostString())
                                        .setPort(door.getPort())));
                return bytes(header, headerVersion, data, version);
            }
            case DESCRIBE_CLUSTER -> {
                ResponseHeader header = ResponseHeader.parse(buffer, headerVersion);
                DescribeClusterResponseData data = new DescribeClusterResponseData(body, version);
                data.brokers()
                        .forEach(broker ->
                                stand(broker.host(), broker.port(), door -> broker.setHost(door.getHostString())
                                        .setPort(door.getPort())));
                return bytes(header, headerVersion, data, version);
            }
            case FIND_COORDINATOR -> {
                ResponseHeader header = ResponseHeader.parse(buffer, headerVersion);
                FindCoordinatorResponseData data = new FindCoordinatorResponseData(body, version);
                data.coordinators()
                        .forEach(broker ->
                                stand(broker.host(), broker.port(), door -> broker.setHost(door.getHostString())
                                        .setPort(door.getPort())));
                return bytes(header, headerVersion, data, version);
            }
            default -> {
                return frame;
            }
        }
    }

    /** Puts one of our doors in a broker's place. */
    private void stand(String host, int port, Consumer<InetSocketAddress> place) {
        place.accept(before(new InetSocketAddress(host, port)));
    }

    private static byte[] bytes(ResponseHeader header, short headerVersion, ApiMessage data, short version) {
        ByteBuffer head =
                MessageUtil.toByteBufferAccessor(header.data(), headerVersion).buffer();
        ByteBuffer body = MessageUtil.toByteBufferAccessor(data, version).buffer();
        byte[] all = new byte[head.remaining() + body.remaining()];
        int headLength = head.remaining();
        head.get(all, 0, headLength);
        body.get(all, headLength, body.remaining());
        return all;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (EOFException | SocketException e) {
                        // One side has closed; the other finds out by itself.
                        return;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                "counting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private synchronized void keep(Socket... sockets) {
        open.addAll(List.of(sockets));
    }

    @Override
    public synchronized void close() throws IOException {
        for (ServerSocket door : doors.values()) {
            door.close();
        }
        for (Socket socket : open) {
            socket.close();
        }
    }
}
