package io.perfwatch.standalone;

import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;

/** The broker's process: formats the storage on the first start, then is Kafka. */
final class Broker {

    private Broker() {}

    /**
     * @param arguments the configuration file and the cluster id; where probes of other machines
     *     may join, also the port on loopback and the file with their password
     */
    public static void main(String[] arguments) {
        String[] format = {
            "format", "--ignore-formatted", "--config", arguments[0], "--cluster-id", arguments[1]
        };
        int exit = StorageTool.execute(format, System.out);
        if (exit != 0) {
            System.exit(exit);
        }
        if (arguments.length > 2) {
            int port = Integer.parseInt(arguments[2]);
            Path password = Path.of(arguments[3]);
            Thread.ofPlatform().daemon().start(() -> ProbeUser.make(port, password));
        }
        Kafka.main(new String[] {arguments[0]});
    }
}
