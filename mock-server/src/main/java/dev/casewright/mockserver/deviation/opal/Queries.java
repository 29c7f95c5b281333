package dev.casewright.mockserver.deviation.opal;

import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Reads the query of a request, and asks the server with another one. */
final class Queries {

  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,30}");

  private Queries() {}

  static boolean has(MockRequest request, String parameter) {
    return request.parameter(parameter).isPresent();
  }

  /** The value of a parameter, if it came and is an integer. */
  static Optional<BigInteger> integer(MockRequest request, String parameter) {
    return request
        .parameter(parameter)
        .filter(text -> INTEGER.matcher(text).matches())
        .map(BigInteger::new);
  }

  static boolean isBelow(MockRequest request, String parameter, int least) {
    return integer(request, parameter)
        .filter(number -> number.compareTo(BigInteger.valueOf(least)) < 0)
        .isPresent();
  }

  /** What is answered without a parameter, where it is refused with a status. */
  static MockAnswer ignoringWhereRefused(DeviantCall call, String parameter, int status) {
    return insteadOf(call, parameter, status, request -> request.withoutParameter(parameter));
  }

  /** What is answered to another request, where a request with the parameter gets a status. */
  static MockAnswer insteadOf(
      DeviantCall call, String parameter, int status, UnaryOperator<MockRequest> change) {
    MockAnswer usual = call.usual();
    return usual.status() == status && has(call.request(), parameter)
        ? call.usual(change.apply(call.request()))
        : usual;
  }

  /** A refusal with 422, where a request with the parameter is usually granted. */
  static MockAnswer refusingWhereGranted(DeviantCall call, String parameter) {
    MockAnswer usual = call.usual();
    return usual.status() == 200 && has(call.request(), parameter) ? call.refusal(422) : usual;
  }
}
