package io.perfwatch.endtoend;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Eight ports in a row that nobody listens on. */
final class FreePorts {

    private static final int COUNT = 8;

    private FreePorts() {}

    /** Below the range that the kernel takes outgoing connections' ports from. */
    static int base() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(12_000, 32_000))
                .filter(FreePorts::areFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean areFree(int base) {
        return IntStream.range(base, base + COUNT).allMatch(FreePorts::isFree);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
