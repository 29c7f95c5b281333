package dev.casewright.mockserver.space;

/**
 * What a search for samples looks at.
 *
 * @param id the number of the sample
 * @param name the name of the sample, called {@code fastq} whatever its files are
 * @param type the kind of its files
 */
public record SampleTag(long id, String name, String type) {

  @Override
  public String toString() {
    return "sample " + id;
  }
}
