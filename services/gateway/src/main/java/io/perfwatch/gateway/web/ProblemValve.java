package io.perfwatch.gateway.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * What no controller and no filter answered gets a problem too: a request that Tomcat refuses for
 * its address, or a fault.
 */
final class ProblemValve extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable problem) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status != null
                && status.isError()
                && response.getContentWritten() == 0
                && response.setErrorReported()) {
            write(response, status);
        }
    }

    private static void write(Response response, HttpStatus status) {
        try {
            ProblemWriter.write(
                    response,
                    status,
                    status.is5xxServerError()
                            ? "Something is wrong in the gateway."
                            : "The request cannot be answered as it is.");
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            // Who asked is gone, and nobody is left to tell.
        }
    }

    @Component
    static final class Installation
            implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
        @Override
        public void customize(TomcatServletWebServerFactory factory) {
            factory.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new ProblemValve()));
        }
    }
}
