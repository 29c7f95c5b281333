package dev.casewright.mockserver.transport;

import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.exchange.MockAnswer;
import org.eclipse.jetty.server.Request;

/**
 * Knows how many bytes the bodies of all requests take together, from their arrival to the end of
 * their requests. Thread-safe.
 */
final class BodyBudget {

  private static final String SHARE = "casewright.share";

  private final int most;
  private long taken;

  BodyBudget(Limits limits) {
    this.most = limits.number(Limit.BODY_BYTES_TOGETHER);
  }

  /** What one request takes; given back when the request ends. */
  Share share(Arrival arrival) {
    Request request = arrival.request();
    if (request.getAttribute(SHARE) instanceof Share share) {
      return share;
    }
    Share share = new Share();
    request.setAttribute(SHARE, share);
    Request.addCompletionListener(request, failure -> share.giveBack());
    return share;
  }

  /** Why a body is refused for which nothing is left. */
  MockAnswer refusal(String path) {
    return ErrorShape.at(path)
        .error(
            503,
            "The bodies of all requests together are larger than "
                + most
                + " bytes. Send fewer at once, or smaller ones, or raise "
                + Limit.BODY_BYTES_TOGETHER.option()
                + ".");
  }

  private synchronized boolean take(int bytes) {
    if (bytes > most - taken) {
      return false;
    }
    taken += bytes;
    return true;
  }

  private synchronized void giveBack(long bytes) {
    taken -= bytes;
  }

  /** What one request takes. Thread-safe, since a request may end while its body arrives. */
  final class Share {

    private long held;
    private boolean open = true;

    private Share() {}

    /** Takes more, and tells whether there was enough left. */
    synchronized boolean take(int bytes) {
      boolean taken = open && BodyBudget.this.take(bytes);
      held += taken ? bytes : 0;
      return taken;
    }

    /** Gives all back, and takes no more. May be repeated. */
    synchronized void giveBack() {
      open = false;
      BodyBudget.this.giveBack(held);
      held = 0;
    }
  }
}
