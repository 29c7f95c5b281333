package dev.casewright.client.waiting;

import java.time.Duration;

/**
 * Where a wait stands. Holds nothing about a patient; {@code toString} shows a status only if the
 * contract knows it.
 *
 * @param name what is waited for: the name of a case, or the id of a report in digits
 * @param status the status that was read
 * @param changed whether it is another one than at the reading before; true at the first reading
 * @param readings how often the status was asked for, failures included
 * @param elapsed the time since the start of the wait
 * @param left the time until its deadline
 * @param <S> the type of the statuses
 */
public record WaitProgress<S>(
    String name, S status, boolean changed, int readings, Duration elapsed, Duration left) {}
