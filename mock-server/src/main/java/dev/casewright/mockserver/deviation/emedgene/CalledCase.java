package dev.casewright.mockserver.deviation.emedgene;

import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.space.CaseFile;
import dev.casewright.mockserver.space.CaseStatus;
import dev.casewright.mockserver.space.Space;
import dev.casewright.mockserver.space.SpaceState;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** The case that the path of a call names. */
final class CalledCase {

  /** Of the segments of {@code /api/test/{case_name}} and below. */
  private static final int PLACE_OF_NAME = 3;

  private CalledCase() {}

  /** The case as it stands now, in the trash or not. */
  static Optional<CaseFile> of(DeviantCall call) {
    return call.variable("case_name").flatMap(call.state()::caseNamed);
  }

  static boolean isFinalized(CaseFile file) {
    return file.status().equals(CaseStatus.FINALIZED);
  }

  static boolean isInTrash(CaseFile file) {
    return file.status().equals(CaseStatus.TRASH);
  }

  /**
   * Whether a call has good credentials and fits the contract, so that only its case stands against
   * it: it is then only the case that is missed when it names one that does not exist.
   */
  static boolean isAllThatIsWrong(DeviantCall call) {
    return call.usual(withSegment(call.request(), PLACE_OF_NAME, nobodys(call.state()))).status()
        == 404;
  }

  /** Changes the case. */
  static void change(
      DeviantCall call, CaseFile file, BiFunction<CaseFile, Instant, CaseFile> change) {
    call.space()
        .change(
            (state, now) -> {
              CaseFile current = state.caseNamed(file.name()).orElse(file);
              return new Space.Change<>(state.with(change.apply(current, now)), file.name());
            });
  }

  /**
   * What a deviation has written down about a case at its last change of status; a later one, and a
   * state that is put back, make it void.
   */
  static Optional<String> note(DeviantCall call, CaseFile file) {
    return Optional.ofNullable(call.withNotes(notes -> notes.get(asItStands(file))));
  }

  /** Writes something down about a case for later calls, until its status changes. */
  static void write(DeviantCall call, CaseFile file, String note) {
    call.withNotes(notes -> notes.put(asItStands(file), note));
  }

  private static String asItStands(CaseFile file) {
    return file.name() + " " + file.standing().changed();
  }

  /** The same request with another segment in its path. */
  static MockRequest withSegment(MockRequest request, int place, String segment) {
    String[] segments = request.path().split("/", -1);
    segments[place] = segment;
    return request.withPath(String.join("/", segments));
  }

  private static String nobodys(SpaceState state) {
    return IntStream.rangeClosed(0, state.cases().size())
        .mapToObj(number -> String.format(Locale.ROOT, "EMG%09d", number))
        .filter(name -> state.caseNamed(name).isEmpty())
        .findFirst()
        .orElseThrow();
  }
}
