package dev.casewright.client.call;

import dev.casewright.client.drift.DriftListener;
import dev.casewright.client.observe.CallObserver;
import dev.casewright.client.retry.RetryPolicy;
import dev.casewright.client.time.Sleeper;
import dev.casewright.client.time.Ticker;
import dev.casewright.client.transport.Timeouts;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * How the calls of a client behave. Made by the builders.
 *
 * @param timeouts how long they may take
 * @param retry when they are repeated
 * @param observer who is told of them
 * @param drift who is told of what the contract does not know
 * @param userAgent what the client calls itself
 * @param readOnly whether only reads are sent
 * @param ticker tells how time passes
 * @param sleeper lets time pass
 * @param clock tells the date
 * @param random draws the waits; thread-safe
 * @param correlationIds makes the id of a call; thread-safe
 */
public record CallSettings(
    Timeouts timeouts,
    RetryPolicy retry,
    CallObserver observer,
    DriftListener drift,
    String userAgent,
    boolean readOnly,
    Ticker ticker,
    Sleeper sleeper,
    Clock clock,
    RandomGenerator random,
    Supplier<String> correlationIds) {}
