package io.perfwatch.gateway.access;

import io.perfwatch.gateway.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.ResponseStatusException;

/** A body is at most as long as an event, 512 KiB; Tomcat limits forms only. */
final class BodyLimit extends OncePerRequestFilter {
    private static final int MOST = 512 * 1024;
    private static final String TOO_LARGE = "A body has at most 524288 bytes.";

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MOST) {
            ProblemWriter.write(response, HttpStatus.CONTENT_TOO_LARGE, TOO_LARGE);
        } else if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
            chain.doFilter(request, response);
        } else {
            chain.doFilter(new Chunked(request), response);
        }
    }

    /** Its length is known only at its end. */
    private static final class Chunked extends HttpServletRequestWrapper {
        Chunked(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream());
        }
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream in;
        private int count;

        Counted(ServletInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) {
            count += bytes;
            if (count > MOST) {
                throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, TOO_LARGE);
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
