package dev.casewright.client.observe;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One call, all its attempts together, without any content. Immutable and thread-safe.
 *
 * @param operation the {@code operationId} of the contract
 * @param correlationId the id that its requests were sent with
 * @param attempts how many requests were sent
 * @param status the HTTP status of the last answer, if there was one
 * @param failure the simple class name of the exception that the call ended with
 * @param bytesSent the size of the bodies of all requests
 * @param bytesReceived how much of the bodies of all answers was read
 * @param elapsed the time from the start to the end
 */
public record CallEvent(
    String operation,
    String correlationId,
    int attempts,
    OptionalInt status,
    Optional<String> failure,
    long bytesSent,
    long bytesReceived,
    Duration elapsed) {}
