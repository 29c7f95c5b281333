package dev.casewright.conformance.broker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Publishes pacts over the HTTP interface that every Pact Broker has: each pact is put under its
 * provider, its consumer and the version of the consumer. Putting the same again changes nothing.
 *
 * <p>Not by the Maven plugin of Pact, which is behind the libraries that write the pacts.
 */
public final class PactPublication {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final URI broker;
  private final Optional<String> authorization;
  private final HttpClient http;

  /**
   * A publication.
   *
   * @param broker the address of the broker
   * @param authorization what the header {@code Authorization} brings; nothing for an open broker
   * @param http sends the requests; must not follow redirects
   */
  public PactPublication(URI broker, Optional<String> authorization, HttpClient http) {
    this.broker = broker;
    this.authorization = authorization;
    this.http = http;
  }

  /**
   * Publishes all pacts of a folder; blocks.
   *
   * @param folder the folder that the consumer tests wrote to
   * @param version the version of the consumer, such as a commit
   * @param branch the branch of that version; told first, so that what the broker sets off for a
   *     pact knows it
   * @return what was published, as lines for a reader
   * @throws BrokerRefusedException if the broker does not take something, or does not answer
   * @throws IllegalArgumentException if the folder holds no pacts
   */
  public List<String> publish(Path folder, String version, Optional<String> branch) {
    List<Path> files = pacts(folder);
    if (files.isEmpty()) {
      throw new IllegalArgumentException("There are no pacts in this folder: run the tests first.");
    }
    List<Pact> pacts = files.stream().map(PactPublication::read).toList();
    branch.ifPresent(
        name ->
            new TreeSet<>(pacts.stream().map(Pact::consumer).toList())
                .forEach(
                    consumer ->
                        put(
                            "/pacticipants/"
                                + encoded(consumer)
                                + "/branches/"
                                + encoded(name)
                                + "/versions/"
                                + encoded(version),
                            "{}")));
    return pacts.stream().map(pact -> publish(pact, version)).toList();
  }

  private String publish(Pact pact, String version) {
    put(
        "/pacts/provider/"
            + encoded(pact.provider())
            + "/consumer/"
            + encoded(pact.consumer())
            + "/version/"
            + encoded(version),
        pact.text());
    return pact.consumer() + " to " + pact.provider() + ", version " + version;
  }

  private void put(String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(broker + path))
            .timeout(LONGEST)
            .header("Content-Type", "application/json")
            .header("Accept", "application/hal+json")
            .PUT(BodyPublishers.ofString(body));
    authorization.ifPresent(value -> request.header("Authorization", value));
    try {
      HttpResponse<Void> answer = http.send(request.build(), BodyHandlers.discarding());
      if (answer.statusCode() / 100 != 2) {
        throw new BrokerRefusedException(
            "The broker answered PUT " + path + " with " + answer.statusCode() + ".");
      }
    } catch (IOException lost) {
      throw new BrokerRefusedException(
          "The broker did not answer (" + lost.getClass().getSimpleName() + ").");
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new BrokerRefusedException("The wait for the broker was interrupted.");
    }
  }

  private static List<Path> pacts(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException failure) {
      throw new IllegalArgumentException("The folder of the pacts cannot be read.", failure);
    }
  }

  private static Pact read(Path file) {
    try {
      String text = Files.readString(file);
      JsonNode pact = JSON.readTree(text);
      String consumer = pact.at("/consumer/name").asText();
      String provider = pact.at("/provider/name").asText();
      if (consumer.isEmpty() || provider.isEmpty()) {
        throw new IllegalArgumentException(file.getFileName() + " is no pact.");
      }
      return new Pact(consumer, provider, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(file.getFileName() + " cannot be read.", failure);
    }
  }

  private static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private record Pact(String consumer, String provider, String text) {}
}
