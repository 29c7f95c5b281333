package dev.casewright.mockserver.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.space.CaseContent;
import dev.casewright.mockserver.space.CaseFile;
import dev.casewright.mockserver.space.CaseStatus;
import dev.casewright.mockserver.space.CaseStock;
import dev.casewright.mockserver.space.OrgUser;
import dev.casewright.mockserver.space.SampleTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The cases of the pack {@code large} in one space, computed when they are asked for. */
final class LargeCases implements CaseStock {

  /** More than any family has members. */
  private static final int SAMPLES_PER_CASE = 8;

  private static final long FIRST_DIGITS = 300_000_001;
  private static final long LAST_ID_BEFORE = 1_000_100;
  private static final long LAST_SAMPLE_BEFORE = 4000;
  private static final Pattern NAME = Pattern.compile("EMG\\d{9}");

  private static final int PARTICIPANT = 31;
  private static final int CREATOR = 32;

  private final LargePack pack;
  private final SpaceNumbers numbers;
  private final List<OrgUser> users;

  LargeCases(LargePack pack, SpaceNumbers numbers, List<OrgUser> users) {
    this.pack = pack;
    this.numbers = numbers;
    this.users = users;
  }

  @Override
  public int size() {
    return pack.size().cases();
  }

  @Override
  public CaseFile at(int position) {
    LargeStanding standing = new LargeStanding(pack, position);
    return new CaseFile(
        numbers.caseName("EMG" + (FIRST_DIGITS + position)),
        new Content(pack, position),
        user(CREATOR, position),
        standing.standing(users),
        List.of(user(PARTICIPANT, position)),
        List.of());
  }

  @Override
  public OptionalInt find(String name) {
    return NAME.matcher(name).matches()
        ? position(numbers.writtenCaseDigits(Long.parseLong(name.substring(3))) - FIRST_DIGITS)
        : OptionalInt.empty();
  }

  @Override
  public OptionalInt findBySample(long sampleId) {
    long ordinal = sampleId - LAST_SAMPLE_BEFORE - 1;
    OptionalInt position = position(Math.floorDiv(ordinal, SAMPLES_PER_CASE));
    return position.isPresent()
            && Math.floorMod(ordinal, SAMPLES_PER_CASE)
                < pack.population()
                    .picture(pack.patientOfCase(position.getAsInt()))
                    .samples()
                    .size()
        ? position
        : OptionalInt.empty();
  }

  @Override
  public long lastId() {
    return size() == 0 ? 0 : LAST_ID_BEFORE + size();
  }

  @Override
  public long lastSampleId() {
    return size() == 0 ? 0 : LAST_SAMPLE_BEFORE + (long) size() * SAMPLES_PER_CASE;
  }

  private OptionalInt position(long position) {
    return position >= 0 && position < size()
        ? OptionalInt.of((int) position)
        : OptionalInt.empty();
  }

  private OrgUser user(int purpose, int position) {
    return users.get(pack.dice().roll(position, purpose, users.size()));
  }

  private record Content(LargePack pack, int position) implements CaseContent {

    @Override
    public long id() {
      return LAST_ID_BEFORE + 1 + position;
    }

    @Override
    public List<SampleTag> sampleTags() {
      int patient = pack.patientOfCase(position);
      ClinicalPicture picture = pack.population().picture(patient);
      String stem = pack.population().accession(patient);
      List<SampleTag> tags = new ArrayList<>();
      for (String suffix : picture.samples()) {
        tags.add(
            new SampleTag(
                lastSampleBefore() + 1 + tags.size(), stem + suffix, picture.sampleType()));
      }
      return tags;
    }

    @Override
    public ObjectNode fields() {
      int patient = pack.patientOfCase(position);
      ObjectNode fields =
          pack.drafts()
              .fields(
                  pack.population().payload(patient),
                  pack.laboratory().organisation(),
                  id(),
                  lastSampleBefore(),
                  sample -> Optional.empty());
      if (isFinalized()) {
        pack.review(pack.population().picture(patient).isSolved())
            .properties()
            .forEach(written -> fields.set(written.getKey(), written.getValue()));
      }
      return fields;
    }

    @Override
    public ArrayNode candidates() {
      boolean finalized = isFinalized();
      ArrayNode candidates = Json.array();
      for (JsonNode mention :
          pack.population().picture(pack.patientOfCase(position)).file().path("candidates")) {
        ObjectNode said = mention.deepCopy();
        candidates.add(pack.variants().ofCase(said.put("finalized", finalized)));
      }
      return candidates;
    }

    private boolean isFinalized() {
      return new LargeStanding(pack, position).status().equals(CaseStatus.FINALIZED);
    }

    private long lastSampleBefore() {
      return LAST_SAMPLE_BEFORE + (long) position * SAMPLES_PER_CASE;
    }

    @Override
    public String toString() {
      return "case " + id();
    }
  }
}
