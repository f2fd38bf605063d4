package io.perfwatch.standalone;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;

/** How each kind of process is asked, with the smallest request that it has to work for. */
final class Probes {

    private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(1).toMillis();
    private static final short API_VERSIONS = 18;
    private static final int SSL_REQUEST = 80877103;

    private Probes() {}

    /** A Boot service: the given health group answers 200. */
    static boolean http(int port, String path) {
        try {
            var connection =
                    (HttpURLConnection)
                            URI.create("http://" + Ports.HOST + ":" + port + path)
                                    .toURL()
                                    .openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    /** The broker: ApiVersions v0, which it answers from the moment that it takes requests. */
    static boolean kafka(int port) {
        try (Socket socket = connect(port)) {
            var out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(10);
            out.writeShort(API_VERSIONS);
            out.writeShort(0);
            out.writeInt(1);
            out.writeShort(-1);
            out.flush();
            return new DataInputStream(socket.getInputStream()).readInt() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** PostgreSQL: the postmaster answers an SSLRequest by a process of its own. */
    static boolean postgres(int port) {
        try (Socket socket = connect(port)) {
            var out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(8);
            out.writeInt(SSL_REQUEST);
            out.flush();
            return socket.getInputStream().read() == 'N';
        } catch (IOException e) {
            return false;
        }
    }

    private static Socket connect(int port) throws IOException {
        var socket = new Socket();
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
        return socket;
    }
}
