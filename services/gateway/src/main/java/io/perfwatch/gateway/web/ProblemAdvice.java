package io.perfwatch.gateway.web;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.kafka.KafkaException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every error as an RFC 9457 problem that tells how to ask better and nothing of the inside. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ProblemDetail badQuestion(BadQuestionException problem) {
        return problem(HttpStatus.BAD_REQUEST, String.valueOf(problem.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail unknown(NotKnownException problem) {
        return problem(HttpStatus.NOT_FOUND, String.valueOf(problem.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail tooBusy(TooBusyException problem) {
        return problem(HttpStatus.TOO_MANY_REQUESTS, String.valueOf(problem.getMessage()));
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ProblemDetail databaseAway(RuntimeException problem) {
        log.warn("the database did not answer: {}", problem.getMessage());
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The database does not answer; live data goes on. Try again in some seconds.");
    }

    /** Found only when the parameters are read. */
    @ExceptionHandler
    ProblemDetail malformed(RequestRejectedException problem) {
        return problem(HttpStatus.BAD_REQUEST, "The request is not well-formed.");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException problem,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        problem.getBody()
                .setDetail(
                        problem.getFieldErrors().stream()
                                .map(error -> error.getField() + " " + error.getDefaultMessage())
                                .sorted()
                                .collect(Collectors.joining("; ")));
        return super.handleMethodArgumentNotValid(problem, headers, status, request);
    }

    /** A body that turned out too large while it was read says so by itself. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException problem,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return problem.getMostSpecificCause() instanceof ErrorResponseException told
                ? handleErrorResponseException(told, headers, told.getStatusCode(), request)
                : super.handleHttpMessageNotReadable(problem, headers, status, request);
    }

    @ExceptionHandler
    ProblemDetail brokerAway(KafkaException problem) {
        log.warn("the broker did not answer: {}", problem.getMessage());
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Kafka has not acknowledged it; sending it again does no harm.");
    }

    @ExceptionHandler
    ProblemDetail unexpected(RuntimeException problem) {
        log.error("unexpected", problem);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "Something is wrong in the gateway.");
    }

    private static ProblemDetail problem(HttpStatus status, String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail);
    }
}
