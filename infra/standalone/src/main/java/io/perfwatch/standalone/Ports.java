package io.perfwatch.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/** Eight ports in a row on the loopback interface, from the dashboard's on. */
record Ports(int base) {

    static final String HOST = "127.0.0.1";
    private static final int COUNT = 8;

    Ports {
        if (base < 1024 || base + COUNT - 1 > 65535) {
            throw new Refusal(
                    "--port %d: choose one from 1024 to %d".formatted(base, 65536 - COUNT));
        }
    }

    int dashboard() {
        return base;
    }

    int kafka() {
        return base + 1;
    }

    int postgres() {
        return base + 2;
    }

    int controller() {
        return base + 3;
    }

    int management(Service service) {
        return base + service.managementOffset();
    }

    String dashboardUrl() {
        return "http://" + HOST + ":" + dashboard();
    }

    /** Throws a refusal that names the first port that is taken, by whom, and the way out. */
    void checkFree() {
        for (int port = base; port < base + COUNT; port++) {
            if (!isFree(port)) {
                throw new Refusal(
                        "port %d is taken%s; stop that or choose other ports: ./perfwatch up --port N (uses N to N+%d)"
                                .formatted(port, PortOwner.describe(port), COUNT - 1));
            }
        }
    }

    /** A block of ports that nobody listens on now. */
    static Ports free() {
        for (int base : List.of(28420, 29420, 30420, 31420, 38420, 39420, 48420, 49420)) {
            var ports = new Ports(base + (int) (ProcessHandle.current().pid() % 100) * COUNT);
            if (ports.allFree()) {
                return ports;
            }
        }
        throw new Refusal("no " + COUNT + " free ports in a row found");
    }

    private boolean allFree() {
        for (int port = base; port < base + COUNT; port++) {
            if (!isFree(port)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
