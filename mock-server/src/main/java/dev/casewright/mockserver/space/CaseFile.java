package dev.casewright.mockserver.space;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.exchange.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A case of Emedgene. Immutable: what it gives out are copies. */
public final class CaseFile {

  private static final DateTimeFormatter RFC_1123 =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final List<String> MEMBERS = List.of("proband", "mother", "father");

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
    ObjectNode detail = content.fields();
    detail.put("name", name);
    detail.put("status", standing.status());
    detail.put("benderStatus", pipelineState());
    detail.put("created", time(standing.created()));
    putTime(detail, "delivered_date", standing.delivered());
    putTime(detail, "signing_date", standing.signature().map(CaseStanding.Signature::at));
    detail.put("status_change_date", time(standing.changed()));
    detail.set("creator", creator.idAndName());
    detail.set(
        "signer",
        standing.signature().map(signature -> (JsonNode) signature.by().idAndName()).orElse(null));
    ArrayNode people = detail.putArray("participants");
    participants.forEach(user -> people.add(user.idAndName()));
    ObjectNode checked = detail.putObject("checked_presets");
    standing
        .signature()
        .ifPresent(
            signature ->
                presetGroup()
                    .ifPresent(
                        preset ->
                            checked
                                .putObject(preset)
                                .put("checked", true)
                                .put("user_id", signature.by().id())
                                .put("user_name", signature.by().name())));
    detail.withArray("samples").forEach(sample -> tellPipelineState((ObjectNode) sample));
    giveSamplesToPersons(detail);
    detail.set("organization", organisation.detail().deepCopy());
    return detail;
  }

  /**
   * The basic facts of the case.
   *
   * @return a new object
   */
  public ObjectNode info() {
    ObjectNode info = Json.object();
    info.put("name", name);
    info.put("status", standing.status());
    info.put("created", time(standing.created()));
    info.set("creator", creator.idAndName());
    info.put("last_updated", time(standing.updated()));
    return info;
  }

  private String pipelineState() {
    return switch (standing.status()) {
      case CaseStatus.PENDING_SEQUENCING, CaseStatus.UPLOADING -> "pending";
      case CaseStatus.IN_PROGRESS -> "running";
      default -> "finished";
    };
  }

  private void tellPipelineState(ObjectNode sample) {
    sample.put("benderStatus", pipelineState());
    sample.put("statusLastUpdate", time(standing.created()));
    boolean started = !pipelineState().equals("pending");
    putTime(
        sample,
        "benderStatusStartTime",
        started ? Optional.of(standing.created()) : Optional.empty());
    putTime(sample, "benderStatusLastUpdate", standing.delivered());
  }

  private void giveSamplesToPersons(ObjectNode detail) {
    JsonNode family = detail.path("patients");
    List<JsonNode> persons = new ArrayList<>();
    MEMBERS.stream().filter(family::has).forEach(member -> persons.add(family.get(member)));
    family.path("other").forEach(persons::add);
    for (JsonNode person : persons) {
      ArrayNode own = ((ObjectNode) person).putArray("samples");
      detail
          .path("samples")
          .forEach(
              sample -> {
                if (sample.path("fastq").equals(person.path("fastq_sample"))) {
                  own.add(sample.deepCopy());
                }
              });
    }
  }

  private static void putTime(ObjectNode object, String field, Optional<Instant> time) {
    object.put(field, time.map(CaseFile::time).orElse(null));
  }

  private static String time(Instant time) {
    return RFC_1123.format(time);
  }

  @Override
  public String toString() {
    return "case " + name + " " + status();
  }
}
