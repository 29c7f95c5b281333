package dev.casewright.client.call;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casewright.client.json.JsonDecoder;
import dev.casewright.client.time.Sleeper;
import dev.casewright.client.time.Ticker;
import dev.casewright.client.transport.TransportSettings;
import feign.Client;
import feign.Request;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/**
 * What a client talks to its server through. Made by the builders.
 *
 * @param baseUrl where the server is, without a slash at its end
 * @param transport sends requests
 * @param closing ends the transport, if it is the client's own
 * @param settings the timeouts
 * @param ticker tells how time passes
 * @param sleeper lets time pass
 */
public record Connection(
    URI baseUrl,
    Client transport,
    Runnable closing,
    TransportSettings settings,
    Ticker ticker,
    Sleeper sleeper) {

  /**
   * The generated interfaces over a chain that ends in the transport.
   *
   * @param authorized the transport, with credentials put on every request
   * @param conflicts which refusals of the API are about the state
   * @param mapper writes bodies and reads the server's own words
   * @param decoder reads answers
   * @return the wire
   */
  public Wire wire(
      Client authorized, Conflicts conflicts, ObjectMapper mapper, JsonDecoder decoder) {
    Request.Options options =
        new Request.Options(
            settings.connectTimeout().toMillis(),
            TimeUnit.MILLISECONDS,
            settings.timeout().toMillis(),
            TimeUnit.MILLISECONDS,
            false);
    return new Wire(
        baseUrl,
        new AnswerErrors(authorized, conflicts, mapper, ticker),
        mapper,
        decoder,
        options,
        ticker);
  }
}
