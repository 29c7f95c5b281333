package dev.casewright.mockserver.judge;

import dev.casewright.mockserver.exchange.Digest;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.openapi.Effect;
import java.nio.charset.StandardCharsets;

/** A write was done, but its answer never arrived. */
final class LostWriteWatch implements Watch {

  private final Remembered<Boolean> lost = new Remembered<>();

  @Override
  public boolean breaks(Visit visit) {
    return isWrite(visit) && lost.containsKey(digest(visit.request()));
  }

  @Override
  public void answered(Visit visit, MockAnswer answer) {
    if (isWrite(visit) && answer.status() < 400 && !Visit.arrives(answer)) {
      lost.put(digest(visit.request()), true);
    }
  }

  private static boolean isWrite(Visit visit) {
    boolean isDryRun = visit.request().isTrue("dry_run");
    return !isDryRun
        && visit
            .operation()
            .filter(operation -> !operation.idempotent() && operation.effect() != Effect.READ)
            .isPresent();
  }

  private static String digest(MockRequest request) {
    String path = request.path().replaceFirst("/$", "");
    return Digest.of(
        request.method().getBytes(StandardCharsets.UTF_8),
        path.getBytes(StandardCharsets.UTF_8),
        request.body());
  }
}
