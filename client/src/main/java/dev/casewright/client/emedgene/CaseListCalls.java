package dev.casewright.client.emedgene;

import dev.casewright.client.call.Wire;
import dev.casewright.client.emedgene.model.CaseList;
import dev.casewright.client.emedgene.model.CaseListEntry;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.emedgene.wire.CasesApi;
import dev.casewright.client.json.WireTimes;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.stream.Stream;

/** Lists of cases, over the wire. Thread-safe. */
final class CaseListCalls implements CaseLists {
  private final CasesApi cases;
  private final CaseStreams streams;

  CaseListCalls(Wire wire) {
    this.cases = wire.of(CasesApi.class);
    this.streams = new CaseStreams(cases, wire.decoder());
  }

  @Override
  public CaseList listCases(CaseStatus status) {
    return cases.listCases(required(status), null);
  }

  @Override
  public CaseList listCases(CaseStatus status, LocalDateTime changedSince) {
    return cases.listCases(required(status), WireTimes.writeExactly(changedSince));
  }

  @Override
  public CaseList listCases(CaseStatus status, OffsetDateTime changedSince) {
    return cases.listCases(required(status), WireTimes.writeExactly(changedSince));
  }

  @Override
  public Stream<CaseListEntry> streamCases(CaseStatus status) {
    return streams.of(required(status), null);
  }

  @Override
  public Stream<CaseListEntry> streamCases(CaseStatus status, LocalDateTime changedSince) {
    return streams.of(required(status), WireTimes.writeExactly(changedSince));
  }

  @Override
  public Stream<CaseListEntry> streamCases(CaseStatus status, OffsetDateTime changedSince) {
    return streams.of(required(status), WireTimes.writeExactly(changedSince));
  }

  /** Without it the server would list everything. */
  private static CaseStatus required(CaseStatus status) {
    return Objects.requireNonNull(status, "status");
  }
}
