package io.perfwatch.bench.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;

/**
 * A Tomcat that passes on texts and does nothing else, as the reference for the gateway. A client
 * says a name; what comes as {@code NAME TEXT} from standard input goes to those who said it.
 */
final class Broadcast {
    private static final Map<String, Set<Session>> LISTENERS = new ConcurrentHashMap<>();

    private Broadcast() {}

    /**
     * @param arguments the port
     */
    public static void main(String[] arguments) throws IOException, LifecycleException {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("broadcast").toString());
        tomcat.setPort(Integer.parseInt(arguments[0]));
        Context context = tomcat.addContext("", null);
        context.setParentClassLoader(Broadcast.class.getClassLoader());
        context.addServletContainerInitializer(new WsSci(), Set.of(Endpoint.class));
        Tomcat.addServlet(context, "none", new DefaultServlet()).addMapping("/");
        tomcat.getConnector();
        tomcat.start();
        passOn();
        tomcat.stop();
    }

    private static void passOn() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            int space = line.indexOf(' ');
            String text = line.substring(space + 1);
            for (Session listener : LISTENERS.getOrDefault(line.substring(0, space), Set.of())) {
                listener.getBasicRemote().sendText(text);
            }
        }
    }

    /** One connection. */
    @ServerEndpoint("/broadcast")
    public static final class Endpoint {
        @OnMessage
        public void said(String name, Session session) {
            LISTENERS.computeIfAbsent(name, _ -> ConcurrentHashMap.newKeySet()).add(session);
        }

        @OnClose
        public void closed(Session session) {
            LISTENERS.values().forEach(sessions -> sessions.remove(session));
        }
    }
}
