package io.perfwatch.deployment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** A port of loopback that nobody uses now. */
final class FreePort {
    private FreePort() {}

    /** Below the range that the kernel takes outgoing connections' ports from. */
    static int next() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(12_000, 32_000))
                .filter(FreePort::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
