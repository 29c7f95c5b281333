package dev.casewright.client.call;

import dev.casewright.client.error.ReadOnlyException;
import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;

/** Refuses all but reads before anything is sent. Thread-safe. */
final class ReadOnlyGuard implements Client {
  private final Client next;

  ReadOnlyGuard(Client next) {
    this.next = next;
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    Call call = CallOptions.call(options);
    if (call.effect() != Effect.READ) {
      throw new ReadOnlyException(call.unanswered());
    }
    return next.execute(request, options);
  }
}
