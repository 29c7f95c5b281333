package dev.casewright.mockserver.judge;

import dev.casewright.mockserver.exchange.Entrance;
import dev.casewright.mockserver.exchange.MockRequest;
import java.util.List;
import java.util.stream.Stream;

/** Credentials at the redirecting port have gone over the wire for everybody to read. */
final class PlainHttpWatch implements Watch {

  @Override
  public boolean breaks(Visit visit) {
    return visit.request().entrance() == Entrance.REDIRECT
        && (hasCredentials(visit.request()) || isLogin(visit) && hasBody(visit.request()));
  }

  private static boolean hasCredentials(MockRequest request) {
    return Stream.of("Authorization", "Emgauthorization")
        .flatMap(name -> request.header(name).stream())
        .anyMatch(value -> !value.isBlank());
  }

  private static boolean isLogin(Visit visit) {
    return visit
        .operation()
        .filter(operation -> operation.securitySchemes().isEmpty())
        .filter(operation -> operation.bodySchema().isPresent())
        .isPresent();
  }

  /** The body itself is not read at this port. */
  private static boolean hasBody(MockRequest request) {
    List<String> lengths = request.header("Content-Length");
    return !request.header("Transfer-Encoding").isEmpty()
        || lengths.stream().anyMatch(length -> !length.trim().equals("0"));
  }
}
