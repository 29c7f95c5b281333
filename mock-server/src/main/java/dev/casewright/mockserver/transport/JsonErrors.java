package dev.casewright.mockserver.transport;

import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.exchange.MockAnswer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Words what Jetty itself refuses, such as a request that is not HTTP, as JSON. */
final class JsonErrors implements Request.Handler {

  private final Limits limits;
  private final Courier courier;

  JsonErrors(Limits limits, Courier courier) {
    this.limits = limits;
    this.courier = courier;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status =
        request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof HttpException bad
            ? bad.getCode()
            : response.getStatus();
    courier.send(answer(status), new Arrival(request, response, callback));
    return true;
  }

  private MockAnswer answer(int status) {
    return ErrorShape.BOTH.error(status, text(status));
  }

  private String text(int status) {
    return switch (status) {
      case HttpStatus.URI_TOO_LONG_414 -> HeadLimits.lineTooLong(limits);
      case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 -> HeadLimits.headersTooLarge(limits);
      default ->
          "The request is not one that this server can read: "
              + HttpStatus.getMessage(status)
              + ".";
    };
  }
}
