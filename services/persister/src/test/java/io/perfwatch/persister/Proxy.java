package io.perfwatch.persister;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands between the persister and a server, which is away for it until this is there. */
class Proxy implements AutoCloseable {
    /** Looks at what is said on one connection; what is not to be passed on ends it. */
    interface Connection {
        Connection OPEN = new Connection() {};

        default boolean asks(byte[] bytes, int length) {
            return true;
        }

        default boolean answers(byte[] bytes, int length) {
            return true;
        }
    }

    private interface Passed {
        boolean test(byte[] bytes, int length);
    }

    private final ServerSocket server;
    private final int target;

    /**
     * @param port on which it listens from now on
     * @param target on which the server listens
     */
    Proxy(int port, int target) throws IOException {
        this.server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    Connection connection() {
        return Connection.OPEN;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket asked = new Socket(InetAddress.getLoopbackAddress(), target);
                Connection connection = connection();
                Thread.ofVirtual().start(() -> copy(client, asked, connection::asks));
                Thread.ofVirtual().start(() -> copy(asked, client, connection::answers));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static void copy(Socket from, Socket to, Passed passed) {
        byte[] buffer = new byte[1 << 16];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (!passed.test(buffer, n)) {
                    return;
                }
                out.write(buffer, 0, n);
                out.flush();
            }
        } catch (IOException e) {
            // One end is gone, so the other goes as well.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
