package dev.casewright.mockserver.space;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What no call of the API changes in a case. What searches look at is told by itself, so that they
 * need not make whole cases out of those that they pass over. Immutable.
 */
public interface CaseContent {

  /**
   * The numeric id.
   *
   * @return the id
   */
  long id();

  /**
   * The samples as a search sees them.
   *
   * @return an unmodifiable list, in the order of the samples of the case
   */
  List<SampleTag> sampleTags();

  /**
   * The members of the case, in the shape of the contract.
   *
   * @return a new object, which the caller may change
   */
  ObjectNode fields();

  /**
   * The tagged variants, in the shape of the contract.
   *
   * @return a new array, which the caller may change
   */
  ArrayNode candidates();

  /**
   * Content that is kept.
   *
   * @param fields the members of the case
   * @param candidates its tagged variants
   * @return the content, which does not change with its arguments
   */
  static CaseContent of(ObjectNode fields, ArrayNode candidates) {
    return new WrittenCase(fields, candidates);
  }
}
