package dev.casewright.client.fault;

import static dev.casewright.client.fault.Operation.LOGIN_AND_READ;
import static dev.casewright.client.fault.Operation.LOGIN_AND_WRITE;
import static dev.casewright.client.fault.Operation.READ;
import static dev.casewright.client.fault.Operation.WRITE;

import dev.casewright.client.error.AuthenticationException;
import dev.casewright.client.error.RateLimitedException;
import dev.casewright.client.error.RedirectException;
import dev.casewright.client.error.ServerException;
import dev.casewright.client.fixture.Received;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Answers that ask the client to do something else: wait, log in, go elsewhere. */
final class PolicyFaults {
  private static final Reply WELL = Reply.json(200, Samples.report(5012, "CW-1"));

  private PolicyFaults() {}

  static List<Fault> all() {
    return List.of(
        Fault.of("busy, Retry-After in seconds", READ)
            .by(slow(503, "2"), WELL)
            .after(2)
            .keepsItsConnection(),
        Fault.of("busy, Retry-After as a date", READ)
            .by(slow(503, "Sat, 01 Mar 2031 09:15:02 GMT"), WELL)
            .after(2)
            .keepsItsConnection(),
        Fault.of("busy for longer than the call has time", READ)
            .by(slow(429, "3600"))
            .endsWith(RateLimitedException.class, "HTTP 429")
            .after(1)
            .keepsItsConnection(),
        Fault.of("busy without end", READ)
            .by(slow(503, "1"))
            .endsWith(ServerException.class, "3 attempts", "HTTP 503")
            .after(3)
            .keepsItsConnection(),
        Fault.of("busy, Retry-After in seconds", WRITE)
            .by(slow(503, "1"))
            .endsWith(ServerException.class, "HTTP 503", "look before")
            .after(1)
            .keepsItsConnection(),
        Fault.of("401 storm", LOGIN_AND_READ)
            .by(() -> loggedIn(request -> Reply.json(401, "\"Canary\"")))
            .endsWith(AuthenticationException.class, "HTTP 401")
            .after(4)
            .keepsItsConnection(),
        Fault.of("401 storm", LOGIN_AND_WRITE)
            .by(() -> loggedIn(request -> Reply.json(401, "\"Canary\"")))
            .endsWith(AuthenticationException.class, "HTTP 401")
            .after(4)
            .keepsItsConnection(),
        Fault.of("token that expires between two reads", LOGIN_AND_READ)
            .by(() -> loggedIn(new InTurn(empty(), Reply.json(401, "\"expired\""), empty())))
            .after(5)
            .keepsItsConnection(),
        Fault.of("redirect to another host", READ)
            .by(elsewhere())
            .endsWith(RedirectException.class, "never followed", "https base URL")
            .after(1)
            .keepsItsConnection(),
        Fault.of("redirect to another host", WRITE)
            .by(elsewhere())
            .endsWith(RedirectException.class, "never followed", "https base URL")
            .after(1)
            .keepsItsConnection());
  }

  private static Function<Received, Reply> loggedIn(Function<Received, Reply> behaviour) {
    AtomicInteger logins = new AtomicInteger();
    return request ->
        request.path().contains("login")
            ? Reply.json(200, "{\"access_token\": \"token-%d\", \"token_type\": \"bearer\"}".formatted(logins.incrementAndGet()))
            : behaviour.apply(request);
  }

  private static Reply empty() {
    return Reply.json(200, "{}");
  }

  private static Reply slow(int status, String retryAfter) {
    return Reply.of(status, Map.of("Retry-After", retryAfter), Samples.CANARY.getBytes(StandardCharsets.UTF_8));
  }

  private static Reply elsewhere() {
    return Reply.of(
        302, Map.of("Location", "https://elsewhere.invalid/?q=Canary"), Samples.CANARY.getBytes(StandardCharsets.UTF_8));
  }
}
