package dev.casewright.mockserver.emedgene;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.route.Call;
import dev.casewright.mockserver.route.OperationHandler;
import dev.casewright.mockserver.space.CaseFile;
import dev.casewright.mockserver.space.CaseStanding;
import dev.casewright.mockserver.space.CaseStatus;
import dev.casewright.mockserver.space.Space;
import dev.casewright.mockserver.space.SpaceState;
import java.time.Instant;
import java.util.List;

/** Creates a case, or only checks its payload (EMG-CASE-01 to EMG-CASE-29). */
final class CaseCreation implements OperationHandler {

  private final CaseDrafts drafts;
  private final CaseNames names;

  CaseCreation(CaseDrafts drafts, CaseNames names) {
    this.drafts = drafts;
    this.names = names;
  }

  @Override
  public MockAnswer handle(Call call) {
    boolean dryRun = call.isTrue("dry_run");
    if (dryRun) {
      drafts.check(call.body(), true);
      return MockAnswer.json(200, Json.object());
    }
    CaseFile created =
        call.ownSpace()
            .change(
                (state, now) -> {
                  CaseFile file = newCase(call.body(), state, now);
                  SpaceState with = state.with(file);
                  return new Space.Change<>(
                      waits(call.body()) ? with : with.setOut(file.name(), now), file);
                });
    call.trace().follows(waits(call.body()) ? "EMG-CASE-09" : "EMG-CASE-07");
    String name = created.name();
    String status = created.status();
    call.trace().state(() -> "case " + name + " " + status);
    return MockAnswer.json(
        201,
        Json.object()
            .put("name", created.name())
            .put("Status", created.status())
            .put("id", created.id()));
  }

  private CaseFile newCase(JsonNode payload, SpaceState state, Instant now) {
    String status = waits(payload) ? CaseStatus.PENDING_SEQUENCING : CaseStatus.UPLOADING;
    return new CaseFile(
        names.fresh(state),
        drafts.fields(payload, state),
        state.organisation().demoUser(),
        CaseStanding.atStart(status, now),
        List.of(),
        List.of(),
        Json.array());
  }

  /** No. 19: the name of the member reads inverted. */
  private static boolean waits(JsonNode payload) {
    return payload.path("should_upload").asBoolean(false);
  }
}
