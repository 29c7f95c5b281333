package dev.casewright.client.emedgene;

import dev.casewright.client.emedgene.model.CaseDetail;
import dev.casewright.client.emedgene.model.CasePerson;
import dev.casewright.client.emedgene.model.CaseSample;
import dev.casewright.client.emedgene.model.CreateCaseRequest;
import dev.casewright.client.emedgene.model.NewPatients;
import dev.casewright.client.emedgene.model.NewPerson;
import dev.casewright.client.emedgene.model.NewSample;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of the samples of a case, by which it is known again. They identify patients, so they
 * are never printed.
 */
final class SampleNames {
  /** How the samples of two cases compare. */
  enum Match {
    /** The same samples, and the same one is the proband's. */
    SAME,
    /** The same proband, but not the same family; or nobody can tell. */
    DOUBTFUL,
    /** Another case. */
    OTHER
  }

  private final Set<String> proband;
  private final Set<String> others;
  private final Set<String> listed;
  private final Set<String> all;

  private SampleNames(Stream<String> ofProband, Stream<String> ofOthers, Stream<String> ofTheList) {
    this.proband = ofProband.filter(name -> !name.isBlank()).collect(inOrder());
    this.others = ofOthers.filter(name -> !name.isBlank()).collect(inOrder());
    this.listed = ofTheList.filter(name -> !name.isBlank()).collect(inOrder());
    this.all = Stream.of(proband, others, listed).flatMap(Set::stream).collect(inOrder());
  }

  private static Collector<String, ?, Set<String>> inOrder() {
    return Collectors.toCollection(LinkedHashSet::new);
  }

  static SampleNames of(CreateCaseRequest request) {
    NewPatients patients = request.testData().patients();
    Stream<NewPerson> others =
        members(patients.mother(), patients.father(), patients.other().orElse(List.of()));
    Stream<String> samples =
        request.testData().samples().orElse(List.of()).stream()
            .map(NewSample::fastq)
            .flatMap(Optional::stream);
    return new SampleNames(of(patients.proband()), others.flatMap(SampleNames::of), samples);
  }

  static SampleNames of(CaseDetail detail) {
    Stream<CasePerson> others =
        detail.patients().stream()
            .flatMap(
                patients ->
                    members(
                        patients.mother(), patients.father(), patients.other().orElse(List.of())));
    return new SampleNames(
        detail.patients().flatMap(patients -> patients.proband()).stream().flatMap(SampleNames::of),
        others.flatMap(SampleNames::of),
        of(detail.samples().orElse(List.of())));
  }

  private static <T> Stream<T> members(Optional<T> mother, Optional<T> father, List<T> other) {
    return Stream.concat(Stream.of(mother, father).flatMap(Optional::stream), other.stream());
  }

  private static Stream<String> of(NewPerson person) {
    return Stream.of(person.fastqSample(), person.pendingSampleName()).flatMap(Optional::stream);
  }

  private static Stream<String> of(CasePerson person) {
    return Stream.concat(
        Stream.of(person.fastqSample(), person.pendingSampleName()).flatMap(Optional::stream),
        of(person.samples().orElse(List.of())));
  }

  private static Stream<String> of(List<CaseSample> samples) {
    return samples.stream().map(CaseSample::fastq).flatMap(Optional::stream);
  }

  /**
   * The names to search by: all of the proband's, if it has any, else the first of the list.
   * Without those that are not in the list of samples, since the server's search knows no others:
   * not finding them would prove nothing.
   */
  Set<String> searchable() {
    return identifying().filter(listed::contains).collect(inOrder());
  }

  private Stream<String> identifying() {
    return proband.isEmpty() ? listed.stream().limit(1) : proband.stream();
  }

  /**
   * One sample may have several names, since it was sequenced again or was still to come when the
   * case was created. So two probands differ only if they have no name in common, and the list of
   * the other case has no name of this one that may be its proband's as well.
   */
  Match comparedTo(SampleNames other) {
    if (other.all.isEmpty()) {
      return Match.DOUBTFUL;
    }
    if (!proband.isEmpty() && !other.proband.isEmpty() && noneOf(proband, other.proband)) {
      return noneOf(proband, other.ofNobody()) ? Match.OTHER : Match.DOUBTFUL;
    }
    if (all.equals(other.all)) {
      return Match.SAME;
    }
    return identifying().anyMatch(other.all::contains) ? Match.DOUBTFUL : Match.OTHER;
  }

  private Set<String> ofNobody() {
    return listed.stream()
        .filter(name -> !proband.contains(name) && !others.contains(name))
        .collect(inOrder());
  }

  private static boolean noneOf(Set<String> names, Set<String> others) {
    return names.stream().noneMatch(others::contains);
  }

  @Override
  public String toString() {
    return "SampleNames[<" + all.size() + ">]";
  }
}
