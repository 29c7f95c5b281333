package dev.casewright.mockserver.emedgene;

import dev.casewright.mockserver.credentials.Caller;
import dev.casewright.mockserver.credentials.DemoAccounts;
import dev.casewright.mockserver.credentials.Tokens;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.mockserver.route.Call;

/** Both versions of the login. Credential headers on the login itself are ignored (EMG-AUTH-19). */
final class Login {

  private final Tokens tokens;

  Login(Tokens tokens) {
    this.tokens = tokens;
  }

  MockAnswer login(Call call) {
    return MockAnswer.json(
        200, Json.object().put("access_token", token(call)).put("token_type", "bearer"));
  }

  MockAnswer loginV1(Call call) {
    return MockAnswer.json(200, Json.object().put("Authorization", "Bearer " + token(call)));
  }

  private String token(Call call) {
    String username = call.body().path("username").asText();
    String password = call.body().path("password").asText();
    Caller caller =
        DemoAccounts.emedgene(username, password)
            .orElseThrow(
                () ->
                    new Refusal(
                        401,
                        "User name or password is wrong. The mock prints good ones at start.",
                        "EMG-AUTH-16",
                        "EMG-AUTH-17"));
    return tokens.issue(caller);
  }
}
