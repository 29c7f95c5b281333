package dev.casewright.client.opal;

import dev.casewright.client.call.SearchText;
import dev.casewright.client.opal.model.OrderBy;
import dev.casewright.client.opal.model.ReportStatusFilter;
import dev.casewright.client.opal.model.ReportTypeFilter;
import java.util.Optional;

/**
 * Which reports to list, and how many at once. Filters given together must all hold. Immutable and
 * thread-safe.
 *
 * <p>The text filters match parts, so they can find the report of another patient. Source: Opal
 * page, Get All Clinical Reports.
 */
public final class ReportQuery {
  private static final int PAGE_SIZE = 100;

  private final Builder values;

  private ReportQuery(Builder values) {
    this.values = values;
  }

  /**
   * All reports of the workspace.
   *
   * @return the query
   */
  public static ReportQuery all() {
    return builder().build();
  }

  /**
   * Starts a query.
   *
   * @return a builder without filters
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The number of rows to ask for at once.
   *
   * @return the number, at least 1
   */
  public int pageSize() {
    return values.pageSize;
  }

  Optional<ReportTypeFilter> reportType() {
    return Optional.ofNullable(values.reportType);
  }

  Optional<ReportStatusFilter> reportStatus() {
    return Optional.ofNullable(values.reportStatus);
  }

  Optional<OrderBy> orderBy() {
    return Optional.ofNullable(values.orderBy);
  }

  Optional<String> accessionPart() {
    return Optional.ofNullable(values.accessionPart);
  }

  Optional<String> externalIdPart() {
    return Optional.ofNullable(values.externalIdPart);
  }

  Optional<String> genomeNamePart() {
    return Optional.ofNullable(values.genomeNamePart);
  }

  Optional<Long> genomeId() {
    return Optional.ofNullable(values.genomeId);
  }

  /** Shows nothing of the filters, which may be about a patient. */
  @Override
  public String toString() {
    return "ReportQuery[pageSize=" + values.pageSize + "]";
  }

  /** Collects the filters. Not thread-safe. */
  public static final class Builder {
    private ReportTypeFilter reportType;
    private ReportStatusFilter reportStatus;
    private OrderBy orderBy;
    private String accessionPart;
    private String externalIdPart;
    private String genomeNamePart;
    private Long genomeId;
    private int pageSize = PAGE_SIZE;

    private Builder() {}

    private Builder(Builder other) {
      this.reportType = other.reportType;
      this.reportStatus = other.reportStatus;
      this.orderBy = other.orderBy;
      this.accessionPart = other.accessionPart;
      this.externalIdPart = other.externalIdPart;
      this.genomeNamePart = other.genomeNamePart;
      this.genomeId = other.genomeId;
      this.pageSize = other.pageSize;
    }

    /**
     * Only reports of this type.
     *
     * @param type the type
     * @return this builder
     */
    public Builder reportType(ReportTypeFilter type) {
      this.reportType = type;
      return this;
    }

    /**
     * Only reports with this status.
     *
     * @param status the status
     * @return this builder
     */
    public Builder reportStatus(ReportStatusFilter status) {
      this.reportStatus = status;
      return this;
    }

    /**
     * Orders the list. The direction cannot be chosen.
     *
     * @param order by what
     * @return this builder
     */
    public Builder orderBy(OrderBy order) {
      this.orderBy = order;
      return this;
    }

    /**
     * Only reports whose accession has this part.
     *
     * @param part the part
     * @return this builder
     * @throws IllegalArgumentException if the part is blank
     */
    public Builder accessionPart(String part) {
      this.accessionPart = SearchText.required(part, "part of an accession");
      return this;
    }

    /**
     * Only reports on a genome whose external id has this part.
     *
     * @param part the part
     * @return this builder
     * @throws IllegalArgumentException if the part is blank
     */
    public Builder externalIdPart(String part) {
      this.externalIdPart = SearchText.required(part, "part of an external id");
      return this;
    }

    /**
     * Only reports on a genome whose name has this part. Not on the vendor's page; a client of the
     * vendor sends it.
     *
     * @param part the part
     * @return this builder
     * @throws IllegalArgumentException if the part is blank
     */
    public Builder genomeNamePart(String part) {
      this.genomeNamePart = SearchText.required(part, "part of a genome's name");
      return this;
    }

    /**
     * Only reports on this genome; the server compares whole numbers.
     *
     * @param id the id
     * @return this builder
     */
    public Builder genomeId(long id) {
      this.genomeId = id;
      return this;
    }

    /**
     * How many rows to ask for at once; 100 unless set. An upper bound of the server is not known.
     *
     * @param rows the number of rows
     * @return this builder
     * @throws IllegalArgumentException if it is below 1
     */
    public Builder pageSize(int rows) {
      if (rows < 1) {
        throw new IllegalArgumentException("A page has to have at least one row.");
      }
      this.pageSize = rows;
      return this;
    }

    /**
     * Makes the query.
     *
     * @return the query
     */
    public ReportQuery build() {
      return new ReportQuery(new Builder(this));
    }
  }
}
