package io.perfwatch.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that asks about some hosts though it did not say so. */
final class ScopedRequest extends HttpServletRequestWrapper {
    static final String HOST = "host";

    private final String[] hosts;

    ScopedRequest(HttpServletRequest request, Collection<String> hosts) {
        super(request);
        this.hosts = hosts.stream().sorted().toArray(String[]::new);
    }

    @Override
    public @Nullable String getParameter(String name) {
        return name.equals(HOST) ? hosts[0] : super.getParameter(name);
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return name.equals(HOST) ? hosts.clone() : super.getParameterValues(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> parameters = new LinkedHashMap<>(super.getParameterMap());
        parameters.put(HOST, hosts.clone());
        return parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }
}
