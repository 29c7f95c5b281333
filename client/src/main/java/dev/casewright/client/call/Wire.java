package dev.casewright.client.call;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casewright.client.answer.JsonDecoder;
import dev.casewright.client.json.JsonEncoder;
import feign.Client;
import feign.Feign;
import feign.Logger;
import feign.RequestLine;
import feign.Retryer;
import feign.codec.Decoder;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;

/** Brings the generated interfaces to life on a chain of decorators. Thread-safe. */
public final class Wire {
  private final URI baseUrl;
  private final JsonDecoder decoder;
  private final Supplier<CallSettings> settings;
  private final Function<Decoder, PreparedInterfaces> preparing;
  private final PreparedInterfaces interfaces;

  /**
   * Creates a wire.
   *
   * @param baseUrl where the server is, without a slash at its end
   * @param client the outermost decorator
   * @param mapper writes the bodies
   * @param decoder reads the answers
   * @param facts what is known of the operations beyond the contract
   * @param settings how each call behaves, asked when it starts
   */
  public Wire(
      URI baseUrl,
      Client client,
      ObjectMapper mapper,
      JsonDecoder decoder,
      OperationFacts facts,
      Supplier<CallSettings> settings) {
    this.baseUrl = baseUrl;
    this.decoder = decoder;
    this.settings = settings;
    this.preparing =
        reader ->
            new PreparedInterfaces(() -> feign(client, mapper, reader), baseUrl.toString(), facts);
    this.interfaces = preparing.apply(decoder);
  }

  private Wire(Wire other, Supplier<CallSettings> settings) {
    this.baseUrl = other.baseUrl;
    this.decoder = other.decoder;
    this.settings = settings;
    this.preparing = other.preparing;
    this.interfaces = other.interfaces;
  }

  private static Feign.Builder feign(Client client, ObjectMapper mapper, Decoder reader) {
    return Feign.builder()
        .client(client)
        .encoder(new JsonEncoder(mapper))
        .decoder(reader)
        // Feign's own would send a write again.
        .retryer(Retryer.NEVER_RETRY)
        .logLevel(Logger.Level.NONE);
  }

  /**
   * Where the server is.
   *
   * @return its address, without a slash at its end
   */
  public URI baseUrl() {
    return baseUrl;
  }

  /**
   * How each call behaves.
   *
   * @return the settings, asked when a call starts
   */
  public Supplier<CallSettings> settings() {
    return settings;
  }

  /**
   * What reads the answers.
   *
   * @return the decoder
   */
  public JsonDecoder decoder() {
    return decoder;
  }

  /**
   * This wire, for calls that may not take longer than a time.
   *
   * @param left the time, asked when a call starts
   * @return another wire
   */
  public Wire within(Supplier<Duration> left) {
    return new Wire(this, () -> settings.get().within(left.get()));
  }

  /**
   * This wire, for calls that are parts of something larger.
   *
   * @param left what is left of its time, asked when a call starts
   * @param correlationId the id that all its calls are sent with
   * @return another wire
   */
  public Wire partOf(Supplier<Duration> left, String correlationId) {
    return new Wire(this, () -> settings.get().within(left.get()).identified(correlationId));
  }

  /**
   * This wire, for the calls that another one is made of, each with a time of its own.
   *
   * @param whole the other one, whose id they are sent with, and as whose their requests count
   * @return another wire
   */
  public Wire partsOf(Call whole) {
    return new Wire(this, () -> settings.get().partsOf(whole));
  }

  /**
   * Makes an instance of a generated interface.
   *
   * @param type the interface
   * @param <T> the interface
   * @return a thread-safe instance
   */
  public <T> T of(Class<T> type) {
    return of(type, interfaces);
  }

  /**
   * Makes an instance of a generated interface whose answers are read by somebody else.
   *
   * @param type the interface
   * @param reader reads the answers, as a part of the call
   * @param <T> the interface
   * @return a thread-safe instance
   */
  public <T> T of(Class<T> type, Decoder reader) {
    return of(type, preparing.apply(reader));
  }

  private <T> T of(Class<T> type, PreparedInterfaces prepared) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            new Invocations(type, prepared.methodsOf(type), settings)));
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
