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
    return list(status, null);
  }

  @Override
  public CaseList listCases(CaseStatus status, LocalDateTime changedSince) {
    return list(status, WireTimes.writeExactly(changedSince));
  }

  @Override
  public CaseList listCases(CaseStatus status, OffsetDateTime changedSince) {
    return list(status, WireTimes.writeExactly(changedSince));
  }

  @Override
  public Stream<CaseListEntry> streamCases(CaseStatus status) {
    return stream(status, null);
  }

  @Override
  public Stream<CaseListEntry> streamCases(CaseStatus status, LocalDateTime changedSince) {
    return stream(status, WireTimes.writeExactly(changedSince));
  }

  @Override
  public Stream<CaseListEntry> streamCases(CaseStatus status, OffsetDateTime changedSince) {
    return stream(status, WireTimes.writeExactly(changedSince));
  }

  private CaseList list(CaseStatus status, String changedSince) {
    return cases.listCases(Objects.requireNonNull(status, "status"), changedSince);
  }

  private Stream<CaseListEntry> stream(CaseStatus status, String changedSince) {
    return streams.of(Objects.requireNonNull(status, "status"), changedSince);
  }
}
