package dev.casewright.bench.client;

import java.io.IOException;
import java.net.URI;

/** A client that is measured: the same three calls of each. */
interface Subject {

  String LOGIN = "demo-login";
  String PASSWORD = "demo-password";
  long REPORT = 5001;
  int ROWS = 100;

  Object report() throws IOException, InterruptedException;

  /** The page; it has to hold {@link #ROWS} reports. */
  Object page() throws IOException, InterruptedException;

  /** Streams the PDF to nowhere, with its SHA-256, and tells how many bytes came. */
  long pdf() throws IOException, InterruptedException;

  static Subject named(String name, URI url) {
    return switch (name) {
      case "ours" -> new Ours(url);
      case "handwritten" -> new HandWritten(url);
      case "stock" -> new Stock(url);
      default -> throw new IllegalArgumentException("There is no client called " + name + ".");
    };
  }
}
