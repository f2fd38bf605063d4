package io.perfwatch.gateway.access;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** There is a token for every purpose already. */
final class TooManyTokensException extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    TooManyTokensException() {
        super(
                HttpStatus.CONFLICT,
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.CONFLICT,
                        "There are 1000 tokens; revoke some that are not used."),
                null);
    }
}
