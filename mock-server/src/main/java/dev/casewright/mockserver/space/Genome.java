package dev.casewright.mockserver.space;

/**
 * A genome that was uploaded to Opal.
 *
 * @param id the number that Opal gave it
 * @param name its name
 * @param externalId the uploader's own id of it; not unique
 */
public record Genome(long id, String name, String externalId) {

  @Override
  public String toString() {
    return "genome " + id;
  }
}
