package io.perfwatch.test;

import com.github.dockerjava.api.DockerClient;
import java.util.List;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/** A server in a container that can be stopped and started with its address and its data. */
final class ContainerServer {
    private static final int STOP_SECONDS = 30;

    private final GenericContainer<?> container;

    /**
     * @param port of the server, and of loopback
     */
    ContainerServer(String image, int port, int containerPort, Map<String, String> environment) {
        container = new GenericContainer<>(DockerImageName.parse(image));
        container.withEnv(environment);
        // A port that Docker chose would be another one after a stop and start.
        container.setPortBindings(List.of("127.0.0.1:%d:%d".formatted(port, containerPort)));
        container.waitingFor(new NoWait());
    }

    /** Whether a Docker engine answers. */
    static boolean isPossible() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    void start() {
        if (container.getContainerId() == null) {
            container.start();
        } else if (!isRunning()) {
            docker().startContainerCmd(container.getContainerId()).exec();
        }
    }

    boolean isRunning() {
        return container.getContainerId() != null && container.isRunning();
    }

    void stop() {
        if (isRunning()) {
            docker().stopContainerCmd(container.getContainerId()).withTimeout(STOP_SECONDS).exec();
        }
    }

    void kill() {
        if (isRunning()) {
            docker().killContainerCmd(container.getContainerId()).exec();
        }
    }

    /** Container and data are gone. */
    void remove() {
        container.stop();
    }

    private static DockerClient docker() {
        return DockerClientFactory.instance().client();
    }

    /** The caller asks the server itself, after each start, at the address that its clients use. */
    private static final class NoWait extends AbstractWaitStrategy {
        @Override
        protected void waitUntilReady() {}
    }
}
