package dev.casewright.mockserver.transport;

import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.exchange.MockAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ErrorHandler;

/** Words what Jetty itself refuses, such as a request that is not HTTP, as JSON. */
final class JsonErrors extends ErrorHandler {

  private final Limits limits;

  JsonErrors(Limits limits) {
    this.limits = limits;
  }

  @Override
  public void handle(
      String target, Request base, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    MockAnswer answer = answer(response.getStatus());
    base.setHandled(true);
    answer.headers().forEach(response::setHeader);
    response.setContentLength(answer.body().length);
    response.getOutputStream().write(answer.body());
  }

  @Override
  public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
    MockAnswer answer = answer(status);
    fields.put(HttpHeader.CONTENT_TYPE, "application/json");
    return ByteBuffer.wrap(answer.body());
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
