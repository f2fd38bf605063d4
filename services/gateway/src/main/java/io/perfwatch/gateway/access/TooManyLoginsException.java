package io.perfwatch.gateway.access;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Too many wrong passwords came with this name or from this address. */
final class TooManyLoginsException extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    TooManyLoginsException(Duration wait) {
        super(
                HttpStatus.TOO_MANY_REQUESTS,
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "Too many logins failed. Try again after the seconds of Retry-After."),
                null);
        getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
    }
}
