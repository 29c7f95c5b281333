package dev.casewright.client.call;

import dev.casewright.client.deadline.Deadline;
import feign.Request;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What goes along with a request on its way through the decorators: the call that it belongs to. A
 * transport of one's own sees Feign's two timeouts: the one for connecting, and for reading what is
 * left for the head of the answer.
 */
public final class CallOptions extends Request.Options {
  private final Call call;

  private CallOptions(Call call, Duration connect, Duration read) {
    super(connect.toMillis(), TimeUnit.MILLISECONDS, read.toMillis(), TimeUnit.MILLISECONDS, false);
    this.call = call;
  }

  /**
   * The options for a request that is sent now.
   *
   * @param call the call
   * @return the options
   */
  static CallOptions now(Call call) {
    Duration left = call.deadline().left();
    return new CallOptions(
        call, atMost(call.timeouts().connect(), left), atMost(call.timeouts().response(), left));
  }

  /**
   * The call that a request belongs to.
   *
   * @param options what came with the request
   * @return the call
   * @throws IllegalStateException if the request was not made by one of our clients
   */
  public static Call call(Request.Options options) {
    return callOf(options)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "A decorator of Casewright was used outside of a Casewright client."));
  }

  /**
   * The call that a request belongs to, for a transport, which may be given options of somebody
   * else's making.
   *
   * @param options what came with the request
   * @return the call; empty if the request, or its options, were not made by one of our clients
   */
  public static Optional<Call> callOf(Request.Options options) {
    return options instanceof CallOptions ours ? Optional.of(ours.call) : Optional.empty();
  }

  private static Duration atMost(Duration limit, Duration left) {
    // Feign takes nothing for "wait for ever".
    Duration shorter = Deadline.shorter(limit, left);
    return shorter.toMillis() < 1 ? Duration.ofMillis(1) : shorter;
  }
}
