package io.perfwatch.persister;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Stands between the persister and a server, which is away for it until this is there. Between it
 * and the database this cuts when told: a batch is stored and committed, and the answer to the
 * commit reaches nobody.
 */
final class CuttingProxy implements AutoCloseable {
    /** Larger than a begin, a commit or a question; smaller than a batch of packs. */
    private static final int LARGE = 2000;

    /** As the database completes a commit. */
    private static final String COMMITTED = "COMMIT\0";

    private final ServerSocket server;
    private final int target;
    private final AtomicInteger cutsToCome = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();

    /**
     * @param port on which it listens from now on
     * @param target on which the server listens
     */
    CuttingProxy(int port, int target) throws IOException {
        this.server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    /** How many answers are withheld from now on. */
    void cut(int times) {
        cutsToCome.set(times);
    }

    int cuts() {
        return cuts.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket database = new Socket(InetAddress.getLoopbackAddress(), target);
                AtomicBoolean stores = new AtomicBoolean();
                Thread.ofVirtual().start(() -> copy(client, database, n -> ask(n, stores)));
                Thread.ofVirtual().start(() -> copy(database, client, n -> answer(n, stores)));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** Until one of them is not to be passed on. */
    private static void copy(Socket from, Socket to, Predicate<String> passed) {
        byte[] buffer = new byte[1 << 16];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (!passed.test(new String(buffer, 0, n, ISO_8859_1))) {
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

    private static boolean ask(String message, AtomicBoolean stores) {
        if (message.length() > LARGE) {
            stores.set(true);
        }
        return true;
    }

    private boolean answer(String message, AtomicBoolean stores) {
        if (!message.contains(COMMITTED) || !stores.getAndSet(false)) {
            return true;
        }
        boolean cut = cutsToCome.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        if (cut) {
            cuts.incrementAndGet();
        }
        return !cut;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
