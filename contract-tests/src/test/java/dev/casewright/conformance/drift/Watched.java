package dev.casewright.conformance.drift;

import dev.casewright.conformance.run.Exchange;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.HttpChannel;
import dev.casewright.conformance.target.Message;
import dev.casewright.openapi.Api;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A server that is asked over real HTTP, with a collector that watches. */
final class Watched {

  private final HttpChannel channel;
  private final Api api;
  private final DriftCollector collector;

  Watched(URI url, Api api, DriftCollector collector) {
    this.channel = new HttpChannel(url, HttpClient.newHttpClient(), Duration.ofSeconds(10));
    this.api = api;
    this.collector = collector;
  }

  Answer get(String target, Map<String, String> headers) {
    return send(new Message("GET", target, headers, Optional.empty()), false);
  }

  Answer get(String target) {
    return get(target, Map.of());
  }

  Answer send(Message message, boolean redirect) {
    Answer answer = channel.send(message);
    collector.accept(new Exchange(api, redirect, message, Optional.of(answer), ""));
    return answer;
  }
}
