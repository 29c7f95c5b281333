package dev.casewright.client.call;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casewright.client.answer.JsonDecoder;
import feign.Client;
import java.net.URI;
import java.util.function.UnaryOperator;

/**
 * What a client talks to its server through. Made by the builders. All that is made over it take
 * their repetitions from one budget. Thread-safe.
 */
public final class Connection {
  private final URI baseUrl;
  private final Client transport;
  private final Runnable closing;
  private final CallSettings settings;
  private final RetryBudget budget;

  /**
   * Creates a connection with a full budget of repetitions.
   *
   * @param baseUrl where the server is, without a slash at its end
   * @param transport sends requests
   * @param closing ends the transport, if it is the client's own
   * @param settings how calls behave
   */
  public Connection(URI baseUrl, Client transport, Runnable closing, CallSettings settings) {
    this.baseUrl = baseUrl;
    this.transport = transport;
    this.closing = closing;
    this.settings = settings;
    this.budget = new RetryBudget(settings.retry().budget());
  }

  /**
   * Ends the transport, if it is the client's own.
   *
   * @return what ends it
   */
  public Runnable closing() {
    return closing;
  }

  /**
   * How calls behave.
   *
   * @return the settings
   */
  public CallSettings settings() {
    return settings;
  }

  /**
   * The generated interfaces over a chain that ends in the transport. On its way a request meets,
   * in this order: what makes exceptions of answers, the guard of a client that only reads, the
   * repetitions, the credentials, and what is done for each single request.
   *
   * @param authorization puts credentials on every request
   * @param facts what is known of the operations beyond the contract
   * @param mapper writes bodies and reads the server's own words
   * @param decoder reads answers
   * @return the wire
   */
  public Wire wire(
      UnaryOperator<Client> authorization,
      OperationFacts facts,
      ObjectMapper mapper,
      JsonDecoder decoder) {
    Client repeated =
        new Retries(authorization.apply(new Attempts(transport, settings)), settings, budget);
    Client guarded = settings.readOnly() ? new ReadOnlyGuard(repeated) : repeated;
    Client answered = new Answers(guarded, facts, mapper, settings.clock());
    return new Wire(baseUrl, answered, mapper, decoder, facts, () -> settings);
  }
}
