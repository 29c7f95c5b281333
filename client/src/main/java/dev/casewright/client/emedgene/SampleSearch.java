package dev.casewright.client.emedgene;

import dev.casewright.client.emedgene.model.SampleList;
import dev.casewright.client.emedgene.model.SampleType;

/**
 * Looks samples up by their names. Thread-safe. Both methods only read, so both may be repeated,
 * and the client does so by its {@link dev.casewright.client.retry.RetryPolicy}. They block until
 * the answer is there or its time is over, and throw a {@link
 * dev.casewright.client.error.CasewrightException} of its cause.
 */
public interface SampleSearch {
  /**
   * Finds samples by their whole name. The comparison is the server's: an answer does not repeat
   * the name of the sample, so it cannot be checked here.
   *
   * @param name the name
   * @param type only samples of this type; all known programs send {@link SampleType#FASTQ}
   * @return the samples; {@code note} is the name of the case
   * @throws IllegalArgumentException if the name is blank or not valid Unicode; nothing is sent
   *     then
   */
  SampleList findSamplesByName(String name, SampleType type);

  /**
   * Searches samples by a part of their name. <b>It can find the samples of other patients.</b>
   *
   * @param part the part
   * @param type only samples of this type
   * @return the samples; {@code note} is the name of the case
   * @throws IllegalArgumentException if the part is blank or not valid Unicode; nothing is sent
   *     then
   */
  SampleList searchSamplesByNamePart(String part, SampleType type);
}
