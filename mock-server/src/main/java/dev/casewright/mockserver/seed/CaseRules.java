package dev.casewright.mockserver.seed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.space.CaseStatus;
import dev.casewright.mockserver.space.Organisation;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the shape of {@code cases.yaml} cannot say about the standing of a case: users who are
 * there, a status that exists, times in order, and a status that agrees with them.
 */
final class CaseRules {

  /** In the order in which they happen. */
  private static final List<String> TIMES = List.of("created", "delivered", "status_changed");

  private final PackFiles files;
  private final Mistakes mistakes;
  private final Set<String> users;
  private final Optional<Organisation> organisation;
  private Instant lastCreated = Instant.MIN;

  /** Without an organisation, if the file of the laboratory cannot be used. */
  CaseRules(PackFiles files, Mistakes mistakes, Optional<Organisation> organisation) {
    this.files = files;
    this.mistakes = mistakes;
    this.organisation = organisation;
    this.users = new HashSet<>();
    files
        .laboratory()
        .root()
        .at("/organisation/users")
        .forEach(u -> users.add(u.path("id").asText()));
  }

  void check() {
    JsonNode cases = files.cases().root();
    FamilyRules families = new FamilyRules(files, mistakes);
    for (int i = 0; i < cases.size(); i++) {
      String at = "/" + i;
      JsonNode entry = cases.path(i);
      checkUsers(entry, at);
      checkTimes(entry, at);
      checkStatus(entry, at);
      families.check(entry, at);
    }
  }

  private void checkUsers(JsonNode entry, String at) {
    checkUser(entry.path("creator"), at + "/creator");
    checkUser(entry.path("signer"), at + "/signer");
    for (int i = 0; i < entry.path("participants").size(); i++) {
      checkUser(entry.path("participants").path(i), at + "/participants/" + i);
    }
  }

  private void checkUser(JsonNode id, String at) {
    if (!id.isMissingNode() && !users.contains(id.asText())) {
      add(at, "names a user who is not in " + files.laboratory().name());
    }
  }

  private void checkTimes(JsonNode entry, String at) {
    Instant last = Instant.MIN;
    String lastName = "";
    for (String name : TIMES) {
      Optional<Instant> time = time(entry.path(name));
      if (time.isPresent()) {
        if (time.get().isBefore(last)) {
          add(at + "/" + name, "is before " + lastName);
        }
        last = time.get();
        lastName = name;
      }
    }
    Instant created = time(entry.path("created")).orElse(lastCreated);
    if (created.isBefore(lastCreated)) {
      add(at + "/created", "is before that of the case above it; the oldest case stands first");
    }
    lastCreated = created;
  }

  private void checkStatus(JsonNode entry, String at) {
    String status = entry.path("status").asText();
    if (organisation.isPresent() && !CaseStatus.isKnown(status, organisation.get())) {
      add(at + "/status", "is neither a status of the contract nor a custom status");
      return;
    }
    boolean isOfTheSystem = CaseStatus.isOfTheSystem(status);
    if (isOfTheSystem && entry.has("delivered")) {
      add(at + "/delivered", "is there, but the status is one from before the delivery");
    }
    if (!isOfTheSystem && !entry.has("delivered")) {
      add(at + "/status", "is one from after the delivery, but there is no time delivered");
    }
    if (isOfTheSystem && entry.path("candidates").size() > 0) {
      add(at + "/candidates", "must be empty: a case in this status has no result yet");
    }
    boolean isFinalized = status.equals(CaseStatus.FINALIZED);
    if (isFinalized && !entry.has("signer")) {
      add(at + "/status", "is finalized, but there is no signer");
    }
    if (!isFinalized && entry.has("signer")) {
      add(at + "/signer", "is there, but only a finalized case is signed");
    }
  }

  private static Optional<Instant> time(JsonNode text) {
    try {
      return text.isTextual() ? Optional.of(Instant.parse(text.asText())) : Optional.empty();
    } catch (DateTimeException noSuchTime) {
      return Optional.empty();
    }
  }

  private void add(String pointer, String rule) {
    mistakes.add(files.cases(), pointer, rule);
  }
}
