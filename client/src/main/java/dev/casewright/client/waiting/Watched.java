package dev.casewright.client.waiting;

import dev.casewright.client.json.OpenValue;
import java.time.Duration;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What is waited for.
 *
 * @param name its name or id, which may be logged
 * @param reader makes what reads it, from what is left of the wait and its correlation id
 * @param status its status
 * @param failing the statuses that end a wait as failed unless the wait says otherwise
 * @param <T> what is read
 * @param <S> the type of the statuses
 */
record Watched<T, S extends OpenValue>(
    String name,
    BiFunction<Supplier<Duration>, String, Supplier<T>> reader,
    Function<T, S> status,
    Set<S> failing) {}
