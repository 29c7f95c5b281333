package dev.casewright.conformance.ledger;

import dev.casewright.conformance.check.RequirementIndex;
import dev.casewright.conformance.result.CheckOutcome;
import dev.casewright.conformance.result.RequirementResult;
import dev.casewright.conformance.result.RunResult;
import dev.casewright.conformance.result.Verdict;
import dev.casewright.conformance.run.Exchange;
import dev.casewright.conformance.run.RunSettings;
import dev.casewright.conformance.run.RunSettings.ApiAddress;
import dev.casewright.conformance.target.Answer;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Confirmation;
import dev.casewright.openapi.ConfirmationLedger;
import dev.casewright.openapi.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes into the repository which requirements a run has confirmed: the day and the digest of the
 * suite, and nothing about the server. Only a run against servers that are neither of this machine
 * nor mocks may do so; it watches the answers for signs of a mock. Thread-safe.
 */
public final class FidelityLedger implements Consumer<Exchange> {

  private final Path folder;
  private volatile boolean sawMock;

  /**
   * Makes sure that the run is one that may write. Looks up the hosts' names, which blocks.
   *
   * @param folder the folder {@code openapi} of the repository
   * @param settings the settings of the run
   * @throws LedgerRefusedException if a target is of this machine or is known to be a mock, or if
   *     the folder has no ledger
   */
  public FidelityLedger(Path folder, RunSettings settings) {
    this(folder, settings, FidelityLedger::lookUp);
  }

  FidelityLedger(Path folder, RunSettings settings, Function<String, List<InetAddress>> names) {
    this.folder = folder;
    if (settings.mock().isPresent()) {
      throw new LedgerRefusedException(
          "A mock server confirms nothing: leave out --mock-control, or the ledger.");
    }
    Stream.of(settings.opal(), settings.emedgene())
        .flatMap(address -> address.stream())
        .map(ApiAddress::baseUrl)
        .filter(url -> isOfThisMachine(url.getHost(), names))
        .findFirst()
        .ifPresent(
            url -> {
              throw new LedgerRefusedException(
                  "A server of this machine confirms nothing: give the vendor's, or leave out the"
                      + " ledger.");
            });
    for (Api api : Api.values()) {
      if (!Files.isRegularFile(file(api))) {
        throw new LedgerRefusedException(
            "There is no "
                + api.id()
                + "/confirmed.yaml in the folder of the ledger: give the folder openapi of the"
                + " repository.");
      }
    }
  }

  private static boolean isOfThisMachine(String host, Function<String, List<InetAddress>> names) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || names.apply(host).stream()
            .anyMatch(each -> each.isLoopbackAddress() || each.isAnyLocalAddress());
  }

  private static List<InetAddress> lookUp(String host) {
    try {
      return List.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException unknown) {
      // The run will say that the server cannot be reached.
      return List.of();
    }
  }

  @Override
  public void accept(Exchange exchange) {
    if (exchange.answer().filter(FidelityLedger::isOfAMock).isPresent()) {
      sawMock = true;
    }
  }

  private static boolean isOfAMock(Answer answer) {
    return answer.headers().map().keySet().stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(name -> name.startsWith("x-mock-") || name.equals("matched-stub-id"));
  }

  /**
   * Writes what a run has confirmed. An earlier confirmation is replaced, a later one stays, and
   * what did not pass stays as it is. A requirement is confirmed if it passed and none of its
   * checks was left out.
   *
   * @param run what came of the run
   * @param suite the digest of the suite, in hexadecimal digits
   * @return how many requirements were confirmed
   * @throws LedgerRefusedException if an answer came from a mock
   * @throws UncheckedIOException if a file cannot be read or written; it is whole then, as it was
   */
  public int write(RunResult run, String suite) {
    if (sawMock) {
      throw new LedgerRefusedException(
          "An answer came from a mock server, which confirms nothing: the ledger stays as it was.");
    }
    List<Confirmation> confirmed = confirmations(run, suite);
    for (Api api : Api.values()) {
      List<Confirmation> mine =
          confirmed.stream()
              .filter(each -> each.requirement().startsWith(api.requirementPrefix()))
              .toList();
      if (!mine.isEmpty()) {
        write(api, mine);
      }
    }
    return confirmed.size();
  }

  private static List<Confirmation> confirmations(RunResult run, String suite) {
    // A run may also judge what no register has.
    Set<String> registered =
        new RequirementIndex().all().stream().map(Requirement::id).collect(Collectors.toSet());
    LocalDate day = run.end().atZone(ZoneOffset.UTC).toLocalDate();
    return run.requirements().stream()
        .filter(result -> registered.contains(result.requirement().id()))
        .filter(FidelityLedger::isConfirmed)
        .map(result -> new Confirmation(result.requirement().id(), day, suite))
        .toList();
  }

  private static boolean isConfirmed(RequirementResult result) {
    return result.verdict() == Verdict.PASS
        && !result.checks().isEmpty()
        && result.checks().stream().allMatch(each -> each.outcome() == CheckOutcome.PASSED);
  }

  private void write(Api api, List<Confirmation> confirmations) {
    Path file = file(api);
    try {
      String before = Files.readString(file);
      String head =
          before.lines().takeWhile(line -> line.startsWith("#")).collect(Collectors.joining("\n"));
      String after = ConfirmationLedger.parse(api, before).with(confirmations).yaml();
      Path next = Files.createTempFile(file.getParent(), "confirmed", ".tmp");
      Files.writeString(next, head.isEmpty() ? after : head + "\n" + after);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "The ledger of " + api.id() + " cannot be read or written.", failure);
    }
  }

  private Path file(Api api) {
    return folder.resolve(api.id()).resolve("confirmed.yaml");
  }
}
