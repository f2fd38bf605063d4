package io.perfwatch.gateway.access;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Name or password is wrong; which, nobody is told. */
final class LoginRefusedException extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    LoginRefusedException() {
        super(
                HttpStatus.UNAUTHORIZED,
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.UNAUTHORIZED, "The name or the password is wrong."),
                null);
    }
}
