package io.perfwatch.bench.live;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/**
 * Subscribes and then never takes anything off the wire. A plain socket, because its receive buffer
 * is to be full after a few events and a WebSocket client cannot be told so.
 */
final class StalledClient implements AutoCloseable {
    private static final int RECEIVE_BUFFER_BYTES = 4096;

    private final Socket socket = new Socket();

    StalledClient(URI address, String message) throws IOException {
        socket.setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        socket.getOutputStream().write(upgrade(address).getBytes(ISO_8859_1));
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        byte[] text = message.getBytes(UTF_8);
        out.writeByte(0x81);
        out.writeByte(0x80 | 126);
        out.writeShort(text.length);
        // The mask of all zeros leaves the text as it is.
        out.writeInt(0);
        out.write(text);
        out.flush();
    }

    private static String upgrade(URI address) {
        return """
        GET %s HTTP/1.1\r
        Host: %s\r
        Connection: Upgrade\r
        Upgrade: websocket\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        \r
        """
                .formatted(address.getPath(), address.getAuthority());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
