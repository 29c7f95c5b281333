package dev.casewright.client.observe;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One request and its answer, without any content. Immutable and thread-safe.
 *
 * @param operation the {@code operationId} of the contract
 * @param correlationId the id that all attempts of a call were sent with
 * @param number which attempt of the call, from 1
 * @param status the HTTP status, if there was an answer
 * @param failure the type of what broke the attempt off, by its simple class name
 * @param bytesSent the size of the request's body
 * @param bytesReceived how much of the answer's body was read
 * @param elapsed the time from the sending to the end of the answer
 */
public record AttemptEvent(
    String operation,
    String correlationId,
    int number,
    OptionalInt status,
    Optional<String> failure,
    long bytesSent,
    long bytesReceived,
    Duration elapsed) {}
