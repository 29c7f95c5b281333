package dev.casewright.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The register of one API: every requirement, in the order of the document. */
public final class RequirementRegister {

  private final Api api;
  private final Map<String, Requirement> byId;

  private RequirementRegister(Api api, List<Requirement> requirements) {
    this.api = api;
    this.byId = new LinkedHashMap<>();
    for (Requirement requirement : requirements) {
      if (byId.put(requirement.id(), requirement) != null) {
        throw new IllegalArgumentException(
            "Requirement "
                + requirement.id()
                + " stands twice in the register of "
                + api.id()
                + ".");
      }
    }
  }

  /**
   * Loads the register that this module ships.
   *
   * @param api the API
   * @return its register
   */
  public static RequirementRegister of(Api api) {
    return of(api, Documents.read(api, "requirements.yaml", Entries.class));
  }

  /**
   * Reads a register.
   *
   * @param api the API it belongs to
   * @param yaml the text of a {@code requirements.yaml}
   * @return the register
   * @throws IllegalArgumentException if the text is not a register, is one of another API, or
   *     repeats an id
   */
  public static RequirementRegister parse(Api api, String yaml) {
    return of(api, Documents.read(yaml, Entries.class, api.id() + "/requirements.yaml"));
  }

  private static RequirementRegister of(Api api, Entries entries) {
    if (!api.id().equals(entries.api())) {
      throw new IllegalArgumentException(
          "This register is of \"" + entries.api() + "\", not of \"" + api.id() + "\".");
    }
    return new RequirementRegister(api, entries.requirements());
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
   * All requirements, in the order of the document.
   *
   * @return an unmodifiable list
   */
  public List<Requirement> requirements() {
    return List.copyOf(byId.values());
  }

  /**
   * The requirement with the given id.
   *
   * @param id an id such as {@code OPAL-PDF-02}
   * @return the requirement, or nothing if the register has no such id
   */
  public Optional<Requirement> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  private record Entries(
      @JsonProperty("api") String api,
      @JsonProperty("requirements") List<Requirement> requirements) {}
}
