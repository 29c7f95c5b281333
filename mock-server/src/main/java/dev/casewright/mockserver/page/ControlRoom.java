package dev.casewright.mockserver.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page that shows a space and has a button for what the admin API does. */
public final class ControlRoom {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final List<String> FILES =
      List.of(
          "api.js",
          "base.css",
          "clock.js",
          "deviations.js",
          "dom.js",
          "exchanges.js",
          "faults.js",
          "icon.svg",
          "judgement.js",
          "main.js",
          "notice.js",
          "parts.css",
          "snapshots.js",
          "state.js",
          "switches.js",
          "token.js",
          "webhooks.js");

  private ControlRoom() {}

  /**
   * The page with its files.
   *
   * @return the page at {@code /__mock/}, and its files below {@code /__mock/room/}
   */
  public static Pages pages() {
    Map<String, PageFile> files = new LinkedHashMap<>();
    PageFile page = PageFile.resource("room/index.html", POLICY);
    files.put("/__mock", page);
    files.put("/__mock/", page);
    for (String name : FILES) {
      files.put("/__mock/room/" + name, PageFile.resource("room/" + name, POLICY));
    }
    return Pages.of(files);
  }
}
