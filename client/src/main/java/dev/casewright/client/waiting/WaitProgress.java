package dev.casewright.client.waiting;

import dev.casewright.client.json.MaskedText;
import java.time.Duration;

/**
 * Where a wait stands. Immutable and thread-safe. {@code toString} shows a name only if it is one
 * of a case or the id of a report, and a status only if the contract knows it.
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
    String name, S status, boolean changed, int readings, Duration elapsed, Duration left) {

  /** Whatever else was given as a name may be about a patient. */
  @Override
  public String toString() {
    MaskedText text = new MaskedText("WaitProgress");
    if (name != null && name.matches("[0-9]{1,19}")) {
      text.show("id", name);
    } else {
      text.show("name", name);
    }
    text.show("status", status);
    text.show("changed", changed);
    text.show("readings", readings);
    return text.toString();
  }
}
