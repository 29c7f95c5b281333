package dev.casewright.mockserver.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.RunningMock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(30)
class RequestsInWorkTest {

  private static final CountDownLatch IN_WORK = new CountDownLatch(1);
  private static final CountDownLatch GO_ON = new CountDownLatch(1);

  @RegisterExtension
  private static final RunningMock MOCK =
      new RunningMock(
          settings ->
              settings
                  .limits(Limits.defaults().with(Limit.REQUESTS, 1))
                  .onExchange(exchange -> stayInWork()));

  @Test
  void aRequestTooManyIsRefusedWhileAnotherIsInWork() throws Exception {
    CompletableFuture<Answer> inWork =
        CompletableFuture.supplyAsync(() -> MOCK.opal("/reports?limit=1"));
    IN_WORK.await();

    Answer tooMany = MOCK.opal("/reports?limit=1");
    GO_ON.countDown();

    assertThat(tooMany.status()).isEqualTo(503);
    assertThat(tooMany.json().path("description").asText()).contains("--max-requests");
    assertThat(inWork.join().status()).isEqualTo(200);
  }

  private static void stayInWork() {
    IN_WORK.countDown();
    try {
      GO_ON.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
