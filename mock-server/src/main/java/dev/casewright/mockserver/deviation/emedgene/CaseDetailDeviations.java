package dev.casewright.mockserver.deviation.emedgene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.deviation.Deviation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** How the reading of a case can go wrong (EMG-GET-01 to EMG-GET-12). */
final class CaseDetailDeviations {

  private static final String GET_CASE = "getCase";
  private static final Set<String> TIMES =
      Set.of(
          "created",
          "delivered_date",
          "last_access_date",
          "signing_date",
          "status_change_date",
          "statusLastUpdate",
          "benderStatusStartTime",
          "benderStatusLastUpdate",
          "start",
          "end",
          "lastUpdated");
  private static final Set<String> DATES = Set.of("due_date", "date_of_birth");
  private static final String COLLECTION = "phenotypes/";
  private static final String KEY = COLLECTION + "EMG_PHENOTYPE_";

  private CaseDetailDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.wrong(
            "EMG-GET-01",
            "A case says that its name is another one, which differs in the last digit.",
            AnswerEdits.edited(
                detail -> detail.put("name", AnswerEdits.otherName(detail.path("name").asText())))),
        Deviation.wrong(
            "EMG-GET-02",
            "A case leaves out the keys that have no value.",
            AnswerEdits.edited(detail -> detail.removeIf(JsonNode::isNull))),
        Deviation.broken(
            "EMG-GET-03",
            "A case writes its points in time in the form of ISO 8601.",
            AnswerEdits.edited(detail -> AnswerEdits.eachText(detail, TIMES, AnswerEdits::iso))),
        Deviation.broken(
            "EMG-GET-04",
            "A case adds the hour to its plain dates.",
            AnswerEdits.edited(
                detail -> AnswerEdits.eachText(detail, DATES, date -> date + "T00:00:00"))),
        Deviation.wrong(
            "EMG-GET-05",
            "The family members of a case come without their gender.",
            AnswerEdits.edited(detail -> eachPerson(detail, person -> person.remove("gender")))),
        Deviation.wrong(
            "EMG-GET-06",
            "The phenotypes of the family members of a case carry HPO ids.",
            AnswerEdits.edited(
                detail ->
                    eachPerson(
                        detail,
                        person ->
                            AnswerEdits.eachText(
                                person.path("phenotypes"),
                                Set.of("id"),
                                id -> id.replace(KEY, "HP:"))))),
        Deviation.wrong(
            "EMG-GET-07",
            "The last phenotype of the proband is missing at the top of a case.",
            AnswerEdits.edited(CaseDetailDeviations::dropLastPhenotype)),
        Deviation.wrong(
            "EMG-GET-08",
            "The ids of the phenotypes at the top of a case have the collection in front.",
            AnswerEdits.edited(
                detail ->
                    detail
                        .path("phenotypes")
                        .forEach(
                            phenotype ->
                                ((ObjectNode) phenotype)
                                    .put("id", COLLECTION + phenotype.path("id").asText())))),
        Deviation.wrong(
            "EMG-GET-09",
            "A case turns the consanguinity of its payload round.",
            AnswerEdits.editedIn(
                GET_CASE,
                detail -> detail.put("consanguinity", !detail.path("consanguinity").asBoolean()))),
        Deviation.wrong(
            "EMG-GET-10",
            "A case without a gene list of its own has the gene list 0.",
            AnswerEdits.edited(
                detail -> {
                  if (detail.path("gene_list_id").asLong() == 1) {
                    detail.put("gene_list_id", 0);
                  }
                })),
        Deviation.wrong(
            "EMG-GET-11",
            "The sample files of a case call their storage as the payload does.",
            AnswerEdits.edited(
                detail ->
                    AnswerEdits.eachObject(
                        detail,
                        object -> JsonEdits.rename(object, "storageProviderId", "storage_id")))),
        Deviation.wrong(
            "EMG-GET-12",
            "A finalized case has no signing date.",
            AnswerEdits.editedIn(GET_CASE, detail -> detail.putNull("signing_date"))));
  }

  private static void eachPerson(ObjectNode detail, Consumer<ObjectNode> change) {
    List<JsonNode> persons = new ArrayList<>();
    JsonNode family = detail.path("patients");
    family.forEach(persons::add);
    family.path("other").forEach(persons::add);
    for (JsonNode member : persons) {
      if (member instanceof ObjectNode person) {
        change.accept(person);
      }
    }
  }

  private static void dropLastPhenotype(ObjectNode detail) {
    if (detail.path("phenotypes") instanceof ArrayNode phenotypes && !phenotypes.isEmpty()) {
      phenotypes.remove(phenotypes.size() - 1);
    }
  }
}
