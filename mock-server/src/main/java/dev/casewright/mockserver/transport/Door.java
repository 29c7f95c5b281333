package dev.casewright.mockserver.transport;

import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import java.util.function.Function;

/**
 * A place that requests are let in at.
 *
 * @param name tells it from other doors
 * @param method the HTTP method that it takes, or {@code ANY}
 * @param pathPattern a regular expression that the whole raw path must match
 * @param priority of two doors that fit, the one with the smaller number is taken
 * @param behind answers the requests
 */
public record Door(
    String name,
    String method,
    String pathPattern,
    int priority,
    Function<MockRequest, MockAnswer> behind) {}
