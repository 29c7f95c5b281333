package dev.casewright.mockserver.transport;

import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;

/**
 * Asks WireMock: for its own API, and for stubs of users, which come before the contracts.
 * Thread-safe.
 */
final class UserStubs {

  private static final String ADMIN = "/__admin";

  private final DoorStubs doors;
  private final AdminRequestHandler admin;
  private final StubRequestHandler stubs;
  private final Courier courier;

  UserStubs(DoorStubs doors, AdminRequestHandler admin, StubRequestHandler stubs, Courier courier) {
    this.doors = doors;
    this.admin = admin;
    this.stubs = stubs;
    this.courier = courier;
  }

  /**
   * Lets WireMock answer.
   *
   * @param contracts answers in place of WireMock where the stub that fits is a door
   * @return false if WireMock was not asked, since it has nothing but doors
   */
  boolean answer(Arrival arrival, byte[] body, Runnable contracts) {
    if (isBelow(ADMIN, arrival.rawPath())) {
      Request request =
          new StubRequest(arrival, arrival.pathAndQuery().substring(ADMIN.length()), body);
      admin.handle(request, new StubResponder(arrival, courier, contracts), null);
      return true;
    }
    if (doors.areAlone()) {
      return false;
    }
    stubs.handle(
        new StubRequest(arrival, arrival.pathAndQuery(), body),
        new StubResponder(arrival, courier, contracts),
        null);
    return true;
  }

  private static boolean isBelow(String root, String path) {
    return path.equals(root) || path.startsWith(root + "/");
  }
}
