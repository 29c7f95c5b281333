package dev.casewright.client.call;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casewright.client.json.JsonDecoder;
import dev.casewright.client.json.JsonEncoder;
import feign.Client;
import feign.Feign;
import feign.Logger;
import feign.RequestLine;
import feign.Retryer;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Brings the generated interfaces to life on a chain of decorators. Thread-safe.
 *
 * @param baseUrl where the server is, without a slash at its end
 * @param client the outermost decorator
 * @param mapper writes the bodies
 * @param decoder reads the answers
 * @param settings how calls behave
 */
public record Wire(
    URI baseUrl, Client client, ObjectMapper mapper, JsonDecoder decoder, CallSettings settings) {

  /**
   * Makes an instance of a generated interface.
   *
   * @param type the interface
   * @param <T> the interface
   * @return a thread-safe instance
   */
  public <T> T of(Class<T> type) {
    return of(type, () -> settings);
  }

  private <T> T of(Class<T> type, Supplier<CallSettings> callSettings) {
    return Feign.builder()
        .client(client)
        .encoder(new JsonEncoder(mapper))
        .decoder(decoder)
        // Feign's own would send a write again.
        .retryer(Retryer.NEVER_RETRY)
        .logLevel(Logger.Level.NONE)
        .invocationHandlerFactory(new Invocations(callSettings))
        .target(type, baseUrl.toString());
  }

  /**
   * Makes an instance of a generated interface for calls that are parts of something larger.
   *
   * @param type the interface
   * @param left what is left of its time; no call takes longer
   * @param correlationId the id that all its calls are sent with
   * @param <T> the interface
   * @return a thread-safe instance
   */
  public <T> T of(Class<T> type, Supplier<Duration> left, String correlationId) {
    return of(type, () -> settings.within(left.get(), correlationId));
  }

  /**
   * The address of an operation without parameters, as the contract has it.
   *
   * @param baseUrl where the server is, without a slash at its end
   * @param type the generated interface
   * @param operation the {@code operationId}
   * @return the address
   */
  public static URI address(URI baseUrl, Class<?> type, String operation) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals(operation))
        .map(method -> method.getAnnotation(RequestLine.class).value())
        .map(line -> URI.create(baseUrl + line.substring(line.indexOf(' ') + 1)))
        .findFirst()
        .orElseThrow();
  }
}
