package dev.casewright.client.emedgene;

import java.net.URI;

/** Finds the vendor's own documentation of a host. Thread-safe. */
public interface VendorDocumentation {
  /**
   * Where the vendor's documentation of this host is, to be opened in a browser. Sends nothing.
   *
   * @return the address
   */
  URI apiDocumentation();

  /**
   * Reads the page of the vendor's documentation, for instance to see whether the user has the role
   * for it. Blocks; only reads, so it may be repeated.
   *
   * @return the page, as HTML
   */
  String readApiDocumentation();
}
