package io.perfwatch.standalone;

import kafka.Kafka;
import kafka.tools.StorageTool;

/** The broker's process: formats the storage on the first start, then is Kafka. */
final class Broker {

    private Broker() {}

    /**
     * @param arguments the configuration file and the cluster id
     */
    public static void main(String[] arguments) {
        String[] format = {
            "format", "--ignore-formatted", "--config", arguments[0], "--cluster-id", arguments[1]
        };
        int exit = StorageTool.execute(format, System.out);
        if (exit != 0) {
            System.exit(exit);
        }
        Kafka.main(new String[] {arguments[0]});
    }
}
