package dev.casewright.client.emedgene;

import dev.casewright.client.call.Call;
import dev.casewright.client.call.CallSettings;
import dev.casewright.client.call.Wire;
import dev.casewright.client.emedgene.SampleNames.Match;
import dev.casewright.client.emedgene.model.CaseDetail;
import dev.casewright.client.emedgene.model.CreateCaseRequest;
import dev.casewright.client.emedgene.model.NewSample;
import dev.casewright.client.emedgene.model.SampleHit;
import dev.casewright.client.emedgene.model.SampleList;
import dev.casewright.client.emedgene.model.SampleType;
import dev.casewright.client.emedgene.wire.CasesApi;
import dev.casewright.client.emedgene.wire.SamplesApi;
import dev.casewright.client.error.AmbiguousCaseException;
import dev.casewright.client.error.NotFoundException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for the case that a request would create. A search for the name of a sample gives the names
 * of cases (Emedgene facts, 2.14); each is read, since only the case itself tells whether it has
 * exactly these samples. In doubt it fails: a case too many costs a laboratory more than a look.
 * Thread-safe.
 */
final class CaseLookup {
  private final Wire wire;
  private final CallSettings settings;

  CaseLookup(Wire wire, CallSettings settings) {
    this.wire = wire;
    this.settings = settings;
  }

  /** The case, if there is one; sends nothing if the request lists no sample of the proband. */
  Optional<FoundOrCreatedCase> find(CreateCaseRequest request) {
    SampleNames wanted = SampleNames.of(request);
    if (wanted.searchable().isEmpty()) {
      throw withoutName();
    }
    Call call = Call.reading("createOrFind", settings.timeouts().total(), settings);
    Wire parts = wire.partsOf(call);
    SamplesApi samples = parts.of(SamplesApi.class);
    CasesApi cases = parts.of(CasesApi.class);
    Set<String> candidates = new LinkedHashSet<>();
    for (String name : wanted.searchable()) {
      for (SampleType type : typesIn(request)) {
        candidates.addAll(candidates(call, samples, name, type));
      }
    }
    List<CaseDetail> same = new ArrayList<>();
    List<String> doubtful = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (String candidate : candidates) {
      Optional<CaseDetail> read = read(cases, candidate);
      if (read.isEmpty()) {
        unreadable.add(candidate);
        continue;
      }
      Match match = wanted.comparedTo(SampleNames.of(read.get()));
      if (match == Match.SAME) {
        same.add(read.get());
      } else if (match == Match.DOUBTFUL) {
        doubtful.add(candidate);
      }
    }
    if (!unreadable.isEmpty() && same.isEmpty() && doubtful.isEmpty()) {
      throw ambiguous(
          call,
          "the search shows a case that cannot be read: it is being created, in the trash, or"
              + " deleted.",
          unreadable);
    }
    same.stream().map(CaseDetail::name).forEach(doubtful::add);
    if (doubtful.size() > same.size()) {
      throw ambiguous(
          call,
          "a case has the sample, but other samples beside it, or does not show its samples.",
          doubtful);
    }
    if (same.size() > 1) {
      throw ambiguous(call, same.size() + " cases have exactly these samples.", doubtful);
    }
    return same.stream().findFirst().map(FoundOrCreatedCase::found);
  }

  /**
   * The types that the case and its samples name, since programs in use name them in either place
   * (Emedgene facts, 2.2); all there are if none is named.
   */
  private static Set<SampleType> typesIn(CreateCaseRequest request) {
    Set<SampleType> named =
        Stream.concat(
                request.testData().sampleType().stream(),
                request.testData().samples().orElse(List.of()).stream()
                    .map(NewSample::sampleType)
                    .flatMap(Optional::stream))
            .filter(type -> !type.value().isBlank())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return named.isEmpty() ? new LinkedHashSet<>(SampleType.known()) : named;
  }

  private static List<String> candidates(
      Call call, SamplesApi samples, String sample, SampleType type) {
    SampleList found = samples.findSamples(sample, type, true);
    List<String> candidates =
        found.hits().stream()
            .map(SampleHit::note)
            .flatMap(Optional::stream)
            .filter(note -> !note.isBlank())
            .distinct()
            .toList();
    if (found.total().orElse(0L) > found.hits().size()) {
      // How to get at the others is not public.
      throw ambiguous(
          call,
          "the server found "
              + found.total().get()
              + " samples and shows "
              + found.hits().size()
              + " of them.",
          candidates);
    }
    return candidates;
  }

  /** Empty if the server knows no such case, or not yet, or none that may be read. */
  private static Optional<CaseDetail> read(CasesApi cases, String name) {
    try {
      return Optional.of(cases.getCase(name));
    } catch (NotFoundException gone) {
      return Optional.empty();
    }
  }

  private static AmbiguousCaseException ambiguous(Call call, String what, List<String> names) {
    return call.endWith(
        new AmbiguousCaseException(
            call.unanswered(),
            what
                + " Nothing was created. Look at the cases in caseNames(); if the case that you"
                + " want is not among them, create it with createCase(...).",
            names));
  }

  private static IllegalArgumentException withoutName() {
    return new IllegalArgumentException(
        "The request names no sample of the proband in samples(...), so nobody can tell whether the"
            + " case exists already, and nothing was sent. Give the proband a fastqSample(...) or"
            + " pendingSampleName(...), and put the same name into samples(...); or check by hand,"
            + " by listCases(...) and the family in getCase(...), that there is no such case, and"
            + " then call createCase(...).");
  }
}
