package dev.casewright.mockserver.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.casewright.mockserver.exchange.Json;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The patients of the pack {@code large}: the patient of a number is the same each time and in both
 * APIs. Immutable.
 */
final class Population {

  private static final long FIRST_DAY =
      LocalDateTime.of(2016, 1, 4, 8, 0).toEpochSecond(ZoneOffset.UTC);
  private static final long NINE_YEARS = 9L * 365 * 24 * 3600;
  private static final int DAYS_OF_BIRTH = 60;

  private static final int PICTURE = 1;
  private static final int MOMENT = 2;
  private static final int FIRST_NAME = 3;
  private static final int LAST_NAME = 4;
  private static final int BIRTH = 5;

  private final Dice dice;
  private final int patients;
  private final List<ClinicalPicture> pictures;
  private final List<String> womensNames;
  private final List<String> mensNames;
  private final List<String> lastNames;

  Population(Dice dice, int patients, PackDocuments models) {
    this.dice = dice;
    this.patients = Math.max(1, patients);
    this.pictures = ClinicalPicture.of(models);
    this.womensNames = names(models.reports(), "first_name", "Female");
    this.mensNames = names(models.reports(), "first_name", "Male");
    this.lastNames = names(models.reports(), "last_name", "");
  }

  ClinicalPicture picture(int patient) {
    return pictures.get(dice.roll(patient, PICTURE, pictures.size()));
  }

  String accession(int patient) {
    return PatientText.ACCESSION.of(patient, dice);
  }

  String sample(int patient) {
    return PatientText.SAMPLE.of(patient, dice);
  }

  String externalId(int patient) {
    return PatientText.EXTERNAL_ID.of(patient, dice);
  }

  /** Seconds since 1970 in the time zone of the laboratory; rising with the number. */
  long arrival(int patient) {
    long interval = NINE_YEARS / patients;
    return FIRST_DAY + patient * interval + dice.roll(patient, MOMENT, (int) interval);
  }

  /** As old at the arrival as the patient of the picture was, give or take some days. */
  LocalDate birth(int patient) {
    JsonNode report = picture(patient).report();
    JsonNode born = report.path("patient_dict");
    long age =
        LocalDateTime.parse(report.path("created_on").asText()).toLocalDate().toEpochDay()
            - LocalDate.of(
                    born.path("dob_year").asInt(),
                    born.path("dob_month").asInt(),
                    born.path("dob_day").asInt())
                .toEpochDay();
    long arrived = Math.floorDiv(arrival(patient), 24 * 3600);
    return LocalDate.ofEpochDay(arrived - age + dice.roll(patient, BIRTH, DAYS_OF_BIRTH));
  }

  ObjectNode patientDict(int patient) {
    ClinicalPicture picture = picture(patient);
    ObjectNode dict = picture.report().path("patient_dict").deepCopy();
    List<String> firstNames = picture.isOfAWoman() ? womensNames : mensNames;
    LocalDate birth = birth(patient);
    dict.put("first_name", firstNames.get(dice.roll(patient, FIRST_NAME, firstNames.size())));
    dict.put("last_name", lastNames.get(dice.roll(patient, LAST_NAME, lastNames.size())));
    dict.put("dob_year", birth.getYear());
    dict.put("dob_month", birth.getMonthValue());
    dict.put("dob_day", birth.getDayOfMonth());
    return dict;
  }

  /** What the case of the patient was created with. */
  JsonNode payload(int patient) {
    ClinicalPicture picture = picture(patient);
    JsonNode payload = renamed(picture.file().path("payload"), picture.stem(), accession(patient));
    ObjectNode data = (ObjectNode) payload.path("test_data");
    data.remove("due_date");
    ((ObjectNode) data.at("/patients/proband")).put("date_of_birth", birth(patient).toString());
    return payload;
  }

  private static JsonNode renamed(JsonNode node, String from, String to) {
    if (node.isObject()) {
      ObjectNode copy = Json.object();
      node.properties()
          .forEach(entry -> copy.set(entry.getKey(), renamed(entry.getValue(), from, to)));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = Json.array();
      node.forEach(element -> copy.add(renamed(element, from, to)));
      return copy;
    }
    return node.isTextual() ? TextNode.valueOf(node.asText().replace(from, to)) : node;
  }

  private static List<String> names(JsonNode reports, String field, String sex) {
    return reports
        .valueStream()
        .map(report -> report.path("patient_dict"))
        .filter(patient -> patient.path("sex").asText().contains(sex))
        .map(patient -> patient.path(field).asText())
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }
}
