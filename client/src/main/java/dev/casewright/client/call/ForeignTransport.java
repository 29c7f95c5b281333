package dev.casewright.client.call;

import dev.casewright.client.error.CasewrightException;
import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A transport that somebody else wrote. What it throws unchecked becomes a failure of the
 * connection like any other, since a change may have been sent before, and the message of a foreign
 * exception may quote the request. Thread-safe if the transport is.
 */
public final class ForeignTransport implements Client {
  private final Client transport;

  /**
   * Creates the decorator.
   *
   * @param transport sends requests
   */
  public ForeignTransport(Client transport) {
    this.transport = transport;
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    try {
      return transport.execute(request, options);
    } catch (CasewrightException known) {
      throw known;
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    } catch (RuntimeException failure) {
      throw new IOException("the transport failed", failure);
    }
  }
}
