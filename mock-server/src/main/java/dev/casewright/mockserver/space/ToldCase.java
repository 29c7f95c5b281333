package dev.casewright.mockserver.space;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.exchange.HttpDate;
import dev.casewright.mockserver.exchange.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the API tells of a case. */
final class ToldCase {

  private static final List<String> MEMBERS = List.of("proband", "mother", "father");

  private final CaseFile file;
  private final CaseStanding standing;

  ToldCase(CaseFile file) {
    this.file = file;
    this.standing = file.standing();
  }

  /** With its 48 keys (EMG-GET-02). */
  ObjectNode detail(Organisation organisation) {
    ObjectNode detail = file.fields();
    detail.put("name", file.name());
    detail.put("status", standing.status());
    detail.put("benderStatus", pipelineState());
    detail.put("created", time(standing.created()));
    putTime(detail, "delivered_date", standing.delivered());
    putTime(detail, "signing_date", standing.signature().map(CaseStanding.Signature::at));
    detail.put("status_change_date", time(standing.changed()));
    detail.set("creator", file.creator().idAndName());
    detail.set(
        "signer",
        standing.signature().map(signature -> (JsonNode) signature.by().idAndName()).orElse(null));
    ArrayNode people = detail.putArray("participants");
    file.participants().forEach(user -> people.add(user.idAndName()));
    ObjectNode checked = detail.putObject("checked_presets");
    standing
        .signature()
        .ifPresent(
            signature ->
                file.presetGroup()
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

  /** The basic facts. */
  ObjectNode info() {
    ObjectNode info = Json.object();
    info.put("name", file.name());
    info.put("status", standing.status());
    info.put("created", time(standing.created()));
    info.set("creator", file.creator().idAndName());
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
    object.put(field, time.map(ToldCase::time).orElse(null));
  }

  private static String time(Instant time) {
    return HttpDate.format(time);
  }
}
