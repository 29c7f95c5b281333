package dev.casewright.client.retry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casewright.client.answer.JsonDecoder;
import dev.casewright.client.call.CallSettings;
import dev.casewright.client.call.Connection;
import dev.casewright.client.call.Contracted;
import dev.casewright.client.call.Effect;
import dev.casewright.client.fixture.Calls;
import dev.casewright.client.fixture.VirtualTime;
import dev.casewright.client.json.WireJson;
import dev.casewright.client.time.Sleeper;
import feign.Client;
import feign.Request;
import feign.RequestLine;
import feign.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Calls over a transport that a test makes up, in a time that passes in waits only. */
abstract class RepeatedCalls {
  /** An operation of each kind that the contract knows. */
  interface Operations {
    @RequestLine("GET /read")
    @Contracted(
        operation = "test",
        effect = Effect.READ,
        idempotent = true,
        statuses = {200})
    JsonNode read();

    @RequestLine("PUT /replace")
    @Contracted(
        operation = "test",
        effect = Effect.CHANGE,
        idempotent = true,
        statuses = {200})
    JsonNode replace();

    @RequestLine("POST /write")
    @Contracted(
        operation = "test",
        effect = Effect.CREATE,
        idempotent = false,
        statuses = {200})
    JsonNode write();

    @RequestLine("GET /unmarked")
    JsonNode unmarked();
  }

  private final VirtualTime now = new VirtualTime();
  final List<Duration> waits = new ArrayList<>();
  final List<Long> bounds = new ArrayList<>();
  final List<String> sent = new ArrayList<>();
  Client answers = answering(503, Map.of());
  LongUnaryOperator draw = bound -> bound - 1;
  Sleeper sleeper =
      time -> {
        waits.add(time);
        now.pass(time);
      };

  List<Duration> drawn() {
    return bounds.stream().map(bound -> Duration.ofNanos(bound - 1)).toList();
  }

  Operations operations() {
    return operations(RetryPolicy.defaults());
  }

  Operations operations(RetryPolicy policy) {
    CallSettings settings = Calls.settings(policy, now, time -> sleeper.sleep(time), new Drawing());
    Client transport =
        (request, options) -> {
          try {
            return answers.execute(request, options);
          } finally {
            sent.add(request.httpMethod().name());
          }
        };
    ObjectMapper mapper = WireJson.newMapper();
    return new Connection(URI.create("https://localhost:1"), transport, () -> {}, settings)
        .wire(
            UnaryOperator.identity(),
            (operation, status) -> false,
            mapper,
            new JsonDecoder(mapper, List.of()))
        .of(Operations.class);
  }

  static Client answering(int status, Map<String, List<String>> headers) {
    return (request, options) ->
        Response.builder()
            .request(request)
            .status(status)
            .headers(Map.copyOf(headers))
            .body("{}", StandardCharsets.UTF_8)
            .build();
  }

  static Client breaking(IOException failure) {
    return (Request request, Request.Options options) -> {
      throw failure;
    };
  }

  /** Notes between what and what is drawn. */
  private final class Drawing implements RandomGenerator {
    @Override
    public long nextLong() {
      throw new AssertionError("a wait is drawn with a bound");
    }

    @Override
    public long nextLong(long bound) {
      bounds.add(bound);
      return draw.applyAsLong(bound);
    }
  }
}
