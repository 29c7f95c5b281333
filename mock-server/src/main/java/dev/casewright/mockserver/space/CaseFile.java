package dev.casewright.mockserver.space;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A case of Emedgene. Immutable: what it gives out are copies. */
public final class CaseFile {

  private final String name;
  private final CaseContent content;
  private final OrgUser creator;
  private final CaseStanding standing;
  private final List<OrgUser> participants;
  private final List<ObjectNode> presetGroups;

  /**
   * A case.
   *
   * @param name the name, EMG and nine digits
   * @param fields those members of the case, in the shape of the contract, that no call of the API
   *     changes
   * @param creator who created it
   * @param standing where it stands
   * @param participants who works on it
   * @param presetGroups the custom preset groups made for it
   * @param candidates its tagged variants, in the shape of the contract
   */
  public CaseFile(
      String name,
      ObjectNode fields,
      OrgUser creator,
      CaseStanding standing,
      List<OrgUser> participants,
      List<ObjectNode> presetGroups,
      ArrayNode candidates) {
    this(name, CaseContent.of(fields, candidates), creator, standing, participants, presetGroups);
  }

  /**
   * A case whose content may be computed when it is asked for.
   *
   * @param name the name, EMG and nine digits
   * @param content what no call of the API changes
   * @param creator who created it
   * @param standing where it stands
   * @param participants who works on it
   * @param presetGroups the custom preset groups made for it
   */
  public CaseFile(
      String name,
      CaseContent content,
      OrgUser creator,
      CaseStanding standing,
      List<OrgUser> participants,
      List<ObjectNode> presetGroups) {
    this.name = name;
    this.content = content;
    this.creator = creator;
    this.standing = standing;
    this.participants = List.copyOf(participants);
    this.presetGroups = List.copyOf(presetGroups);
  }

  /**
   * The name.
   *
   * @return EMG and nine digits
   */
  public String name() {
    return name;
  }

  /**
   * What no call of the API changes.
   *
   * @return the content
   */
  public CaseContent content() {
    return content;
  }

  /**
   * Who created the case.
   *
   * @return the user
   */
  public OrgUser creator() {
    return creator;
  }

  /**
   * Where the case stands, since when, and who signed it.
   *
   * @return the standing
   */
  public CaseStanding standing() {
    return standing;
  }

  /**
   * Who works on the case.
   *
   * @return an unmodifiable list
   */
  public List<OrgUser> participants() {
    return participants;
  }

  /**
   * The custom preset groups made for the case.
   *
   * @return an unmodifiable list
   */
  public List<ObjectNode> presetGroups() {
    return presetGroups;
  }

  /**
   * The members of the case, in the shape of the contract, that no call of the API changes.
   *
   * @return a new object
   */
  public ObjectNode fields() {
    return content.fields();
  }

  /**
   * The tagged variants, in the shape of the contract.
   *
   * @return a new array
   */
  public ArrayNode candidates() {
    return content.candidates();
  }

  /**
   * The numeric id, which is something else than the name.
   *
   * @return the id
   */
  public long id() {
    return content.id();
  }

  /**
   * Where the case stands.
   *
   * @return the status
   */
  public String status() {
    return standing.status();
  }

  /**
   * The name of the preset group that the case was created with.
   *
   * @return the name; nothing without one
   */
  public Optional<String> presetGroup() {
    JsonNode given = fields().path("selected_preset_set");
    String preset = given.asText("");
    return preset.isBlank() || given.isNull() ? Optional.empty() : Optional.of(preset);
  }

  /**
   * The samples of the case.
   *
   * @return copies of them, in the shape of the contract
   */
  public List<ObjectNode> samples() {
    List<ObjectNode> samples = new ArrayList<>();
    fields().path("samples").forEach(sample -> samples.add((ObjectNode) sample));
    return samples;
  }

  /**
   * The samples as a search sees them.
   *
   * @return an unmodifiable list
   */
  public List<SampleTag> sampleTags() {
    return content.sampleTags();
  }

  /**
   * The same case after a change of status.
   *
   * @param status the new status
   * @param at when
   * @param by who set it
   * @return a new case
   */
  public CaseFile withStatus(String status, Instant at, OrgUser by) {
    return new CaseFile(
        name, content, creator, standing.moveTo(status, at, by), participants, presetGroups);
  }

  /**
   * The same case with more users assigned; nobody is assigned twice.
   *
   * @param users the users
   * @param at when
   * @return a new case
   */
  public CaseFile withParticipants(List<OrgUser> users, Instant at) {
    Set<OrgUser> all = new LinkedHashSet<>(participants);
    all.addAll(users);
    return new CaseFile(
        name, content, creator, standing.touched(at), List.copyOf(all), presetGroups);
  }

  /**
   * The same case with one preset group more.
   *
   * @param group the group
   * @param at when
   * @return a new case
   */
  public CaseFile withPresetGroup(ObjectNode group, Instant at) {
    List<ObjectNode> all = new ArrayList<>(presetGroups);
    all.add(group.deepCopy());
    return new CaseFile(name, content, creator, standing.touched(at), participants, all);
  }

  /**
   * The case as the API gives it, with its 48 keys (EMG-GET-02).
   *
   * @param organisation the organisation that it belongs to
   * @return a new object
   */
  public ObjectNode detail(Organisation organisation) {
    return new ToldCase(this).detail(organisation);
  }

  /**
   * The basic facts of the case.
   *
   * @return a new object
   */
  public ObjectNode info() {
    return new ToldCase(this).info();
  }

  @Override
  public String toString() {
    return "case " + name + " " + status();
  }
}
