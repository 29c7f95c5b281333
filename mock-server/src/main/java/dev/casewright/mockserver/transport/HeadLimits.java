package dev.casewright.mockserver.transport;

import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.exchange.MockAnswer;
import java.util.Optional;

/** Refuses requests whose line is too long or whose headers are too many. */
final class HeadLimits {

  private final Limits limits;

  HeadLimits(Limits limits) {
    this.limits = limits;
  }

  Optional<MockAnswer> refusal(Arrival arrival) {
    if (lineBytes(arrival) > limits.number(Limit.REQUEST_LINE_BYTES)) {
      return Optional.of(ErrorShape.at(arrival.path()).error(414, lineTooLong(limits)));
    }
    if (arrival.headers().size() > limits.number(Limit.HEADERS)) {
      return Optional.of(
          ErrorShape.at(arrival.path())
              .error(
                  431,
                  "The request has more than "
                      + limits.number(Limit.HEADERS)
                      + " headers. Send fewer, or raise "
                      + Limit.HEADERS.option()
                      + "."));
    }
    return Optional.empty();
  }

  static String lineTooLong(Limits limits) {
    return "The request line is longer than "
        + limits.number(Limit.REQUEST_LINE_BYTES)
        + " bytes. Send fewer or shorter parameters, or raise "
        + Limit.REQUEST_LINE_BYTES.option()
        + ".";
  }

  static String headersTooLarge(Limits limits) {
    return "The request line and the headers are larger than "
        + limits.number(Limit.HEADER_BYTES)
        + " bytes. Send fewer or shorter headers, or raise "
        + Limit.HEADER_BYTES.option()
        + ".";
  }

  private static int lineBytes(Arrival arrival) {
    int spaces = 2;
    return arrival.method().length()
        + arrival.pathAndQuery().length()
        + arrival.request().getConnectionMetaData().getProtocol().length()
        + spaces;
  }
}
