package dev.casewright.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.error.DeadlineException;
import dev.casewright.client.error.OutcomeUnknownException;
import dev.casewright.client.error.TargetFileException;
import dev.casewright.client.fixture.Http2Server;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.fixture.Tls;
import dev.casewright.client.opal.OpalClient;
import dev.casewright.client.opal.OpalClientBuilder;
import dev.casewright.client.retry.RetryPolicy;
import dev.casewright.client.time.Ticker;
import feign.Client;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class Http2Test {
  private static final String WELL = Samples.report(5012, "CW-1");

  private final Http2Server server =
      Http2Server.start(Tls.shared(), stream -> stream.head("application/json").data(WELL, true));

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void manyCallsShareOneConnection() {
    try (OpalClient client = builder().build()) {
      client.getReport(5012);

      assertThat(
              IntStream.range(0, 16)
                  .parallel()
                  .mapToObj(call -> client.getReport(5012).id())
                  .distinct())
          .containsExactly(5012L);
      assertThat(server.requests()).isEqualTo(17);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void theStatusIsNoHeader() {
    Map<String, Collection<String>> headers = new ConcurrentHashMap<>();
    SSLContext trusting = Tls.shared().context(Tls.shared());
    try (JdkTransport transport =
            new JdkTransport(
                Timeouts.defaults(), Optional.of(trusting), Ticker.system(), Optional.empty());
        OpalClient client = builder().transport(keeping(headers, transport)).build()) {
      client.getReport(5012);
    }

    assertThat(headers).containsOnlyKeys("content-type");
  }

  private static Client keeping(Map<String, Collection<String>> headers, Client next) {
    return (request, options) -> {
      var answer = next.execute(request, options);
      headers.putAll(answer.headers());
      return answer;
    };
  }

  @Test
  void anAnswerThatIsGivenUpEndsItsStreamAndNotTheConnection() throws Exception {
    server.answer(stream -> stream.head("application/pdf").data("%PDF-1.7 ", false));
    try (OpalClient client = builder().build()) {
      OutputStream full =
          new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
              throw new IOException("no space left");
            }
          };

      assertThatThrownBy(() -> client.downloadFinalPdf(5012, full))
          .isInstanceOf(TargetFileException.class);
      assertThat(server.resets().poll(10, TimeUnit.SECONDS)).isEqualTo(1);

      server.answer(stream -> stream.head("application/json").data(WELL, true));
      assertThat(client.getReport(5012).id()).isEqualTo(5012);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void aBodyThatStallsEndsAtTheIdleLimit() throws Exception {
    server.answer(stream -> stream.head("application/json").data("{", false));
    try (OpalClient client =
        builder().timeouts(Timeouts.defaults().withIdle(Duration.ofMillis(100))).build()) {
      assertThatThrownBy(() -> client.getReport(5012))
          .isInstanceOf(DeadlineException.class)
          .hasMessageContaining("nothing more of the answer came within 100 ms");
      assertThat(server.resets().poll(10, TimeUnit.SECONDS)).isEqualTo(1);
    }
  }

  @Test
  void aHeadThatStallsEndsAtTheResponseLimit() throws Exception {
    server.answer(stream -> {});
    try (OpalClient client =
        builder().timeouts(Timeouts.defaults().withResponse(Duration.ofMillis(500))).build()) {
      assertThatThrownBy(() -> client.getReport(5012))
          .isInstanceOf(DeadlineException.class)
          .hasMessageContaining("no answer began within 500 ms");
    }
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_25)
  void aWriteThatTheServerSaysItNeverLookedAtIsSentAgainByTheJdk() {
    server.answer(
        stream -> {
          if (server.requests() == 1) {
            stream.refuse();
          } else {
            stream.head("application/json").data("{}", true);
          }
        });
    try (EmedgeneClient client =
        EmedgeneClient.builder()
            .baseUrl(server.url())
            .token("token")
            .trustedCertificate(Tls.shared().certificate())
            .build()) {
      client.updateStatus("EMG000000001", CaseStatus.DELIVERED);

      assertThat(server.requests()).isEqualTo(2);
    }
  }

  @Test
  void aWriteWhoseStreamIsResetIsSentOnceAndItsOutcomeIsUnknown() {
    server.answer(Http2Server.Stream::reset);
    try (EmedgeneClient client =
        EmedgeneClient.builder()
            .baseUrl(server.url())
            .token("token")
            .trustedCertificate(Tls.shared().certificate())
            .build()) {
      assertThatThrownBy(() -> client.updateStatus("EMG000000001", CaseStatus.DELIVERED))
          .isInstanceOf(OutcomeUnknownException.class);
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  private OpalClientBuilder builder() {
    return OpalClient.builder()
        .baseUrl(server.url())
        .credentials("login", "password")
        .trustedCertificate(Tls.shared().certificate())
        .retry(RetryPolicy.never());
  }
}
