package dev.casewright.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * When each requirement of an API was last confirmed on a server of the vendor. Holds nothing about
 * that server. Immutable.
 */
public final class ConfirmationLedger {

  private final Api api;
  private final SortedMap<String, Confirmation> byRequirement = new TreeMap<>();

  private ConfirmationLedger(Api api, Collection<Confirmation> confirmations) {
    this.api = api;
    for (Confirmation each : confirmations) {
      if (!each.requirement().startsWith(api.requirementPrefix())) {
        throw new IllegalArgumentException(
            each.requirement() + " is no requirement of " + api.id() + ".");
      }
      byRequirement.merge(each.requirement(), each, ConfirmationLedger::newer);
    }
  }

  /**
   * Loads the ledger that this module ships.
   *
   * @param api the API
   * @return its ledger
   */
  public static ConfirmationLedger of(Api api) {
    return of(api, Documents.read(api, "confirmed.yaml", Entries.class));
  }

  /**
   * Reads a ledger.
   *
   * @param api the API it belongs to
   * @param yaml the text of a {@code confirmed.yaml}
   * @return the ledger
   * @throws IllegalArgumentException if the text is not a ledger, or is one of another API
   */
  public static ConfirmationLedger parse(Api api, String yaml) {
    return of(api, Documents.read(yaml, Entries.class, api.id() + "/confirmed.yaml"));
  }

  private static ConfirmationLedger of(Api api, Entries entries) {
    if (!api.id().equals(entries.api())) {
      throw new IllegalArgumentException(
          "This ledger is of \"" + entries.api() + "\", not of \"" + api.id() + "\".");
    }
    return new ConfirmationLedger(
        api, entries.confirmed() == null ? List.of() : entries.confirmed());
  }

  /**
   * The API that the requirements are about.
   *
   * @return the API
   */
  public Api api() {
    return api;
  }

  /**
   * When a requirement was last confirmed.
   *
   * @param requirement an id such as {@code OPAL-PDF-02}
   * @return the day, in UTC; nothing if it never was
   */
  public Optional<LocalDate> lastConfirmed(String requirement) {
    return Optional.ofNullable(byRequirement.get(requirement)).map(Confirmation::day);
  }

  /**
   * All confirmations.
   *
   * @return them in the order of the ids
   */
  public List<Confirmation> confirmations() {
    return List.copyOf(byRequirement.values());
  }

  /**
   * When each requirement was last confirmed.
   *
   * @return days in UTC by the ids of the requirements; those that never were are missing
   */
  public Map<String, LocalDate> days() {
    return byRequirement.values().stream()
        .collect(Collectors.toUnmodifiableMap(Confirmation::requirement, Confirmation::day));
  }

  /**
   * The ledger with more confirmations. Of two for one requirement the later stays.
   *
   * @param more the confirmations of a run
   * @return a new ledger
   * @throws IllegalArgumentException if one is of another API
   */
  public ConfirmationLedger with(Collection<Confirmation> more) {
    List<Confirmation> all = new ArrayList<>(byRequirement.values());
    all.addAll(more);
    return new ConfirmationLedger(api, all);
  }

  /**
   * The entries as they stand in the file, without the remarks at its head.
   *
   * @return YAML, the same for the same ledger; one line for each requirement
   */
  public String yaml() {
    StringBuilder text = new StringBuilder("api: " + api.id() + "\nconfirmed:");
    if (byRequirement.isEmpty()) {
      return text.append(" []\n").toString();
    }
    text.append('\n');
    for (Confirmation each : byRequirement.values()) {
      text.append("  - {requirement: ").append(each.requirement());
      text.append(", day: ").append(each.day());
      text.append(", suite: \"").append(each.suite()).append("\"}\n");
    }
    return text.toString();
  }

  private static Confirmation newer(Confirmation one, Confirmation other) {
    return other.day().isBefore(one.day()) ? one : other;
  }

  private record Entries(
      @JsonProperty("api") String api, @JsonProperty("confirmed") List<Confirmation> confirmed) {}
}
