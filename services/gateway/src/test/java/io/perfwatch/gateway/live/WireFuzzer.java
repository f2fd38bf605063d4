package io.perfwatch.gateway.live;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Random;

/** Speaks the WebSocket protocol badly. */
final class WireFuzzer {
    private static final String UPGRADE =
            """
            GET /api/v1/live HTTP/1.1\r
            Host: 127.0.0.1\r
            Connection: Upgrade\r
            Upgrade: websocket\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            \r
            """;
    private static final String SUBSCRIBE =
            "{\"type\":\"subscribe\",\"hosts\":[\"*\"],\"topics\":[\"perfwatch.system.v1\"],\"replaySeconds\":60}";

    private final int port;
    private final Random random;

    WireFuzzer(int port, Random random) {
        this.port = port;
        this.random = random;
    }

    /** One connection, from a good or a bad start to a sudden end. */
    void connect() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            byte[] start = UPGRADE.getBytes(ISO_8859_1);
            int length = random.nextInt(10) == 0 ? random.nextInt(start.length) : start.length;
            socket.getOutputStream().write(start, 0, length);
            for (int i = random.nextInt(8); i >= 0; i--) {
                socket.getOutputStream().write(frame());
                socket.getOutputStream().flush();
            }
            if (random.nextBoolean()) {
                socket.setSoTimeout(20);
                socket.getInputStream().read(new byte[1024]);
            }
        } catch (SocketException | java.net.SocketTimeoutException e) {
            // The gateway has had enough, or has nothing to say: both are right.
        }
    }

    private byte[] frame() throws IOException {
        return switch (random.nextInt(10)) {
            case 0 -> frame(0x81, true, SUBSCRIBE.getBytes(UTF_8), 0);
            case 1 -> frame(0x81, false, SUBSCRIBE.getBytes(UTF_8), 0);
            case 2 ->
                    frame(random.nextInt(256), random.nextBoolean(), bytes(random.nextInt(300)), 0);
            case 3 -> frame(0x89, true, bytes(126 + random.nextInt(100)), 0);
            case 4 -> frame(0x81, true, bytes(100), 0);
            case 5 -> frame(0x01, true, SUBSCRIBE.getBytes(UTF_8), 0);
            case 6 -> frame(0x88, true, bytes(random.nextInt(4)), 0);
            case 7 -> frame(0x80, true, SUBSCRIBE.getBytes(UTF_8), 0);
            case 8 -> frame(0x81, true, bytes(10), random.nextLong());
            default -> bytes(random.nextInt(500));
        };
    }

    /**
     * @param promised more bytes than there are; the payload's own length if 0
     */
    private byte[] frame(int first, boolean masked, byte[] payload, long promised)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        int mask = masked ? 0x80 : 0;
        out.writeByte(first);
        if (promised != 0) {
            out.writeByte(mask | 127);
            out.writeLong(promised);
        } else if (payload.length < 126) {
            out.writeByte(mask | payload.length);
        } else {
            out.writeByte(mask | 126);
            out.writeShort(payload.length);
        }
        if (masked) {
            out.writeInt(0);
        }
        out.write(payload);
        return bytes.toByteArray();
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
