package dev.casewright.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.ClientBuilder;
import dev.casewright.client.download.DownloadStream;
import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.model.CaseListEntry;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.error.DeadlineException;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.VirtualTime;
import dev.casewright.client.opal.OpalClient;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers that are handed out to be read, and that nobody reads to their end or closes. */
class UnreadAnswerTest {
  private static final Duration DOWNLOAD = Duration.ofMillis(200);

  private final VirtualTime time = new VirtualTime();
  private final CountDownLatch gone = new CountDownLatch(1);
  private final FixtureServer server = FixtureServer.start(request -> Reply.endless(gone));
  private final OpalClient opal = limited(OpalClient.builder().credentials("l", "p")).build();
  private final EmedgeneClient emedgene = limited(EmedgeneClient.builder().token("t")).build();

  private <B extends ClientBuilder<B>> B limited(B builder) {
    return builder
        .baseUrl(server.url())
        .allowPlainHttpOnLoopback()
        .time(time, time)
        .timeouts(Timeouts.defaults().withDownload(DOWNLOAD));
  }

  @AfterEach
  void close() {
    opal.close();
    emedgene.close();
    server.close();
  }

  @Test
  void aPdfThatNobodyReadsLosesItsConnectionAtTheDeadline() {
    DownloadStream pdf = opal.openFinalPdf(5012);

    assertConnectionIsGivenUpAtTheDeadline();
    assertThatThrownBy(pdf::read)
        .isInstanceOf(DeadlineException.class)
        .hasMessageContaining("200 ms");
  }

  @Test
  void aReportThatIsReadInPartLosesItsConnectionAtTheDeadline() throws Exception {
    server.answer(
        request ->
            Reply.held(
                "HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n"
                    + "Content-Length: 100000\r\n\r\n%PDF-1.7"));
    DownloadStream report = emedgene.openReport("EMG000000001", "pdf", "1");
    report.readNBytes(4);

    assertConnectionIsGivenUpAtTheDeadline();
    assertThatThrownBy(report::readAllBytes).isInstanceOf(DeadlineException.class);
  }

  @Test
  void aListOfWhichOneCaseIsTakenLosesItsConnectionAtTheDeadline() {
    server.answer(
        request -> Reply.endlessRows("{\"hits\": [", "{\"name\": \"EMG000000001\"},", gone));
    Stream<CaseListEntry> cases = emedgene.streamCases(CaseStatus.FINALIZED);
    Iterator<CaseListEntry> walk = cases.iterator();
    assertThat(walk.next().name()).isEqualTo("EMG000000001");

    assertConnectionIsGivenUpAtTheDeadline();
    assertThatThrownBy(() -> walk.forEachRemaining(entry -> {}))
        .isInstanceOf(DeadlineException.class);
  }

  @Test
  void beforeTheDeadlineTheConnectionIsKept() throws Exception {
    opal.openFinalPdf(5012);

    assertThat(gone.await(2 * DOWNLOAD.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
  }

  private void assertConnectionIsGivenUpAtTheDeadline() {
    time.pass(DOWNLOAD);
    assertThat(server.openConnections(0)).isZero();
  }
}
