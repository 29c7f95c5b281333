package dev.casewright.client.emedgene;

import dev.casewright.client.answer.AnswerShape;
import dev.casewright.client.answer.FieldSpelling;
import dev.casewright.client.answer.ListShape;
import dev.casewright.client.emedgene.model.CandidateList;
import dev.casewright.client.emedgene.model.CaseList;
import dev.casewright.client.emedgene.model.CreatedCase;
import dev.casewright.client.emedgene.model.OrgUserList;
import dev.casewright.client.emedgene.model.SampleList;
import java.util.List;
import java.util.Optional;

/** In which other shapes answers are understood. */
final class AnswerShapes {
  /**
   * The form of the case list is not public (no. 9), so that of the others is taken for a habit
   * that may be broken too. The vendor's page reads "Status" of a created case, where everything
   * else has "status" (no. 1); of "Variant_details" both spellings are read by programs in use (no.
   * 2).
   */
  static final List<AnswerShape> ALL =
      List.of(
          new ListShape(CaseList.class, "hits", List.of("objects")),
          new ListShape(SampleList.class, "hits", List.of("objects")),
          new ListShape(OrgUserList.class, "hits", List.of("objects")),
          new ListShape(CandidateList.class, "variants", List.of("hits", "objects")),
          new FieldSpelling(
              CandidateList.class, Optional.of("variants"), "Variant_details", "variant_details"),
          new FieldSpelling(CreatedCase.class, Optional.empty(), "Status", "status"));

  private AnswerShapes() {}
}
