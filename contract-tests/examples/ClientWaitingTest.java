import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.FinalizedBatch;
import dev.casewright.client.emedgene.FinalizedCase;
import dev.casewright.client.emedgene.FinalizedMark;
import dev.casewright.client.emedgene.model.CaseInfo;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.waiting.Cancellation;
import dev.casewright.client.waiting.PollPolicy;
import dev.casewright.client.waiting.Wait;
import dev.casewright.client.waiting.WaitProgress;
import dev.casewright.client.webhook.HmacSha256Signature;
import dev.casewright.client.webhook.NoticeReceiver;
import dev.casewright.client.webhook.NoticeResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a program learns that a case has gone on. */
@Timeout(30)
class ClientWaitingTest extends ClientExample {

  private final BlockingQueue<String> archived = new LinkedBlockingQueue<>();
  private final List<Integer> readings = new ArrayList<>();
  private volatile int failuresToCome;

  @BeforeEach
  void forgetTheTestBefore() {
    archived.clear();
    readings.clear();
    failuresToCome = 0;
  }

  @Test
  void aWaitThatANoticeEnds() throws Exception {
    String name = space.caseNames("delivered").get(0);
    HttpServer programOfTheUser =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    try (EmedgeneClient emedgene = emedgeneClient()) {
      // region receiver
      NoticeReceiver receiver =
          NoticeReceiver.builder(emedgene) // reads the case of each notice
              .signature(new HmacSha256Signature("X-Mock-Signature", "sha256=", "my secret"))
              .build();
      // endregion
      programOfTheUser.createContext("/", request -> take(request, receiver));
      programOfTheUser.start();
      failuresToCome = 1; // so the notice is sent again
      space.webhooks().register(addressOf(programOfTheUser), "my secret");
      // region wait
      Cancellation cancellation = new Cancellation(); // another thread may call cancel()
      Wait<CaseStatus> wait =
          Wait.builder(Duration.ofHours(8), List.of(CaseStatus.FINALIZED, CaseStatus.of("signed")))
              .failOn(List.of(CaseStatus.MOVE_TO_TRASH, CaseStatus.of("failed")))
              .polling(PollPolicy.every(Duration.ofMinutes(5))) // rarely, since notices come
              .wokenBy(receiver.signal())
              .cancelledBy(cancellation)
              .listener(this::show)
              .build();
      CaseInfo read = emedgene.awaitStatus(name, wait);
      // endregion
      assertEquals(CaseStatus.FINALIZED, read.status());
      assertEquals(name, archived.poll(10, TimeUnit.SECONDS));
      assertFalse(cancellation.isCancelled());
    } finally {
      programOfTheUser.stop(0);
    }
    assertEquals(1, readings.get(0));
  }

  // region notices
  void take(HttpExchange request, NoticeReceiver receiver) throws IOException {
    int answer;
    try {
      NoticeResult result =
          receiver.receive(
              request.getRequestHeaders(),
              request.getRequestBody(),
              read -> archive(read.name())); // what the server says, not the notice
      answer =
          switch (result.outcome()) {
            case REFUSED -> 400;
            case UNDER_WAY -> 503;
            default -> 204;
          };
    } catch (RuntimeException | IOException failed) { // not read or not archived, so not remembered
      answer = 503; // so that it is sent again
    }
    request.sendResponseHeaders(answer, -1);
    request.close();
  }

  // endregion

  @Test
  void finalizedSince() throws Exception {
    String name = space.caseNames("delivered").get(0);
    Path saved = folder.resolve("finalized-mark.json");
    try (EmedgeneClient emedgene = emedgeneClient()) {
      space.setCaseStatus(name, "finalized");
      archiveWhatIsNew(emedgene, saved);
      Path before = Files.createLink(folder.resolve("mark-before"), saved);
      archiveWhatIsNew(emedgene, saved);
      assertFalse(Files.isSameFile(before, saved), "the mark is never half written");
    }
    assertEquals(List.of(name), List.copyOf(archived));
  }

  private void archiveWhatIsNew(EmedgeneClient emedgene, Path saved) throws IOException {
    // region finalized-since
    FinalizedMark mark =
        Files.exists(saved)
            ? FinalizedMark.parse(Files.readString(saved))
            : FinalizedMark.since(Instant.now().minus(Duration.ofMinutes(5)));
    FinalizedBatch batch = emedgene.finalizedSince(mark);
    for (FinalizedCase finalized : batch.cases()) {
      archive(finalized.name());
    }
    Path written = saved.resolveSibling("mark.new"); // a crash must not leave half a mark
    Files.writeString(written, batch.mark().toText()); // now that all of them are dealt with
    Files.move(written, saved, StandardCopyOption.ATOMIC_MOVE);
    // endregion
  }

  private void archive(String name) throws IOException {
    if (failuresToCome > 0) {
      failuresToCome--;
      throw new IOException("The archive is full.");
    }
    archived.add(name);
  }

  private void show(WaitProgress<CaseStatus> progress) {
    readings.add(progress.readings());
    if (progress.readings() == 1) {
      space.setCaseStatus(progress.name(), "finalized");
    }
  }

  private static URI addressOf(HttpServer program) {
    return URI.create("http://127.0.0.1:" + program.getAddress().getPort() + "/");
  }
}
