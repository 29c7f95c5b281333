package dev.casewright.client.opal;

import dev.casewright.client.opal.model.Report;
import dev.casewright.client.paging.Listing;
import java.util.List;

/**
 * Reads, lists and finds reports. Thread-safe. All methods only read, so all may be repeated, and
 * the client does so by its {@link dev.casewright.client.retry.RetryPolicy}. Those that give a
 * {@link Listing} send nothing; the others block until the answer is there or its time is over, and
 * throw a {@link dev.casewright.client.error.CasewrightException} of its cause, as walking a
 * listing does.
 */
public interface ReportReading {
  /**
   * Reads one report (Opal page, Get one Clinical Report).
   *
   * @param id its id
   * @return the report
   */
  Report getReport(long id);

  /**
   * Reads one report with its variants and patient fields. What that adds has no public form: it is
   * in {@code variants()}, {@code patientFields()} or {@code additionalFields()}, as the server
   * sends it.
   *
   * @param id its id
   * @return the report
   */
  Report getExtendedReport(long id);

  /**
   * Lists reports (Opal page, Get All Clinical Reports). Sends nothing until the listing is walked,
   * and then page by page.
   *
   * @param query which reports
   * @return the listing
   */
  Listing<Report> listReports(ReportQuery query);

  /**
   * Searches by a part of an accession: the search of the server. <b>It can find the reports of
   * other patients</b>; to get those of one accession, use {@link #findByAccession(String)}.
   *
   * @param part a part of an accession
   * @return the reports whose accession has that part
   * @throws IllegalArgumentException if the part is blank; nothing is sent then
   */
  Listing<Report> searchByAccessionPart(String part);

  /**
   * Finds the reports of one accession. The server's search by parts is read to its end, and what
   * does not equal the accession, letter by letter, is left out here. An accession is not unique:
   * there may be several reports.
   *
   * @param accession the whole accession
   * @return all reports with exactly this accession; empty if there is none
   * @throws IllegalArgumentException if the accession is blank or not valid Unicode; nothing is
   *     sent then
   */
  List<Report> findByAccession(String accession);

  /**
   * Searches by a part of the external id of a genome: the search of the server. <b>It can find the
   * reports of other patients.</b>
   *
   * <p>There is no search by a whole external id: a report does not carry the external id of its
   * genome, so nobody can tell from an answer whether it equals the one that was meant. Look up the
   * id of the genome where it was uploaded, and use {@link #findByGenome(long)}.
   *
   * @param part a part of an external id
   * @return the reports on genomes whose external id has that part
   * @throws IllegalArgumentException if the part is blank; nothing is sent then
   */
  Listing<Report> searchByExternalIdPart(String part);

  /**
   * Finds the reports on one genome. The server compares whole numbers; what names another genome
   * nevertheless is left out here.
   *
   * @param genomeId the id of the genome
   * @return all reports of which it is a genome, be it the patient's or a relative's; empty if
   *     there is none
   */
  List<Report> findByGenome(long genomeId);
}
