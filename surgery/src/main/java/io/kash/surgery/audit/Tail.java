package io.kash.surgery.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/**
 * The last whole line of a file, found from its end.
 *
 * @param last without its line end; empty when there is none
 * @param end the first byte behind it
 */
record Tail(String last, long end) {
    private static final int CHUNK = 8192;

    static Tail of(FileChannel channel) throws IOException {
        long size = channel.size();
        for (long length = Math.min(CHUNK, size); ; length = Math.min(2 * length, size)) {
            byte[] bytes = read(channel, size - length, (int) length);
            int end = before(bytes, bytes.length);
            int begin = end < 0 ? -1 : before(bytes, end);
            if (begin >= 0 || length == size) {
                return end < 0
                        ? new Tail("", 0)
                        : new Tail(
                                new String(bytes, begin + 1, end - begin - 1, StandardCharsets.UTF_8),
                                size - length + end + 1);
            }
        }
    }

    private static byte[] read(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw new IOException("the file became shorter while it was read");
            }
        }
        return buffer.array();
    }

    /** Where the last line end before a place is, or -1. */
    private static int before(byte[] bytes, int place) {
        for (int i = place - 1; i >= 0; i--) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
