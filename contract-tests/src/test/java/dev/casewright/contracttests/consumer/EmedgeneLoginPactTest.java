package dev.casewright.contracttests.consumer;

import static dev.casewright.contracttests.consumer.EmedgenePacts.PASSWORD;
import static dev.casewright.contracttests.consumer.EmedgenePacts.REFUSAL;
import static dev.casewright.contracttests.consumer.EmedgenePacts.USERNAME;
import static dev.casewright.contracttests.consumer.EmedgenePacts.client;
import static dev.casewright.contracttests.consumer.EmedgenePacts.emedgene;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.dsl.Matchers;
import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.EmedgeneClientBuilder;
import dev.casewright.client.error.AuthenticationException;
import dev.casewright.client.error.RedirectException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What our Emedgene client needs of the two logins and of the token. */
@Tag("consumer")
class EmedgeneLoginPactTest {

  private static final String CREDENTIALS = credentials(PASSWORD);

  @Test
  void firstCallLogsInAndUsesTheToken() {
    ConsumerPact.together(
        List.of(
            ConsumerPact.with("emedgene", "a login")
                .verifies("login", "EMG-AUTH-01", "EMG-AUTH-02")
                .receives("POST", "/api/auth/v2/api_login/")
                .json(CREDENTIALS)
                .answers(200)
                .answerJson(
                    "{\"access_token\": \""
                        + ConsumerPact.TOKEN
                        + "\", \"token_type\": \"bearer\"}"),
            users("the users, with the token of a login")),
        url -> assertThat(loggingIn(url, PASSWORD).build().orgUsers()).isNotEmpty());
  }

  @Test
  void olderLoginIsUnderstood() {
    ConsumerPact.together(
        List.of(
            ConsumerPact.with("emedgene", "a login of version 1")
                .verifies("loginV1", "EMG-AUTH-21", "EMG-AUTH-22")
                .receives("POST", "/api/auth/api_login/")
                .json(CREDENTIALS)
                .answers(200)
                .answerJson("{\"Authorization\": \"Bearer " + ConsumerPact.TOKEN + "\"}")
                .matching("$.Authorization", "Bearer .+"),
            users("the users, with the token of a login of version 1")),
        url -> assertThat(loggingIn(url, PASSWORD).olderLogin().build().orgUsers()).isNotEmpty());
  }

  @Test
  void loginWithAWrongPasswordIsAnAuthenticationFailure() {
    ConsumerPact.with("emedgene", "a login with a wrong password")
        .verifies("login", "EMG-AUTH-17", "EMG-ERR-01", "EMG-ERR-02")
        .receives("POST", "/api/auth/v2/api_login/")
        .json(credentials("wrong"))
        .answers(401)
        .answerJson(REFUSAL)
        .whenCalled(
            url ->
                assertThatThrownBy(() -> loggingIn(url, "wrong").build().orgUsers())
                    .isInstanceOf(AuthenticationException.class));
  }

  @Test
  void tokenThatWasNeverIssuedIsAnAuthenticationFailure() {
    ConsumerPact.with("emedgene", "the users, with a token that was never issued")
        .verifies("getOrgUsers", "EMG-AUTH-10", "EMG-AUTH-11")
        .receives("GET", "/api/user/org_users/")
        .header("Authorization", "Bearer never-issued")
        .answers(401)
        .answerJson(REFUSAL)
        .whenCalled(
            url -> {
              EmedgeneClient client =
                  EmedgeneClient.builder()
                      .baseUrl(url)
                      .allowPlainHttpOnLoopback()
                      .token("never-issued")
                      .build();
              assertThatThrownBy(client::orgUsers).isInstanceOf(AuthenticationException.class);
            });
  }

  @Test
  void withoutTlsTheServerRedirectsAndTheClientDoesNotFollow() {
    ConsumerPact.with("emedgene-plain-http", "the users, without TLS")
        .verifies("getOrgUsers", "EMG-TLS-01", "EMG-TLS-02")
        .receives("GET", "/api/user/org_users/")
        .answers(302)
        .answerHeader(
            "Location",
            Matchers.regexp(
                "https://[^/]+/api/user/org_users/", "https://localhost/api/user/org_users/"))
        .whenCalled(
            url ->
                assertThatThrownBy(() -> client(url).orgUsers())
                    .isInstanceOf(RedirectException.class));
  }

  private static ConsumerPact users(String description) {
    return emedgene(description)
        .verifies("getOrgUsers", "EMG-USER-01", "EMG-USER-02", "EMG-USER-03", "EMG-USER-04")
        .receives("GET", "/api/user/org_users/")
        .answers(200)
        .answerJson("{\"hits\": [{\"id\": 101, \"email\": \"user1@example.com\"}]}");
  }

  private static EmedgeneClientBuilder loggingIn(URI url, String password) {
    return EmedgeneClient.builder()
        .baseUrl(url)
        .allowPlainHttpOnLoopback()
        .credentials(USERNAME, password);
  }

  private static String credentials(String password) {
    return "{\"username\": \"" + USERNAME + "\", \"password\": \"" + password + "\"}";
  }
}
