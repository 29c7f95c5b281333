package dev.casewright.mockserver.deviation.emedgene;

import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.exchange.MockAnswer;
import java.util.List;

/** How the requirements of paths and queries can be broken. */
final class AddressDeviations {

  private AddressDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.wrong(
            "EMG-PATH-01",
            "A GET call whose path is not in the form of the contract is redirected to that form.",
            DeviantCall::redirectedToContractForm),
        Deviation.wrong(
            "EMG-PATH-02",
            "A POST or PUT call whose path is not in the form of the contract is redirected to that"
                + " form.",
            DeviantCall::redirectedToContractForm),
        Deviation.wrong(
            "EMG-PATH-03",
            "A query parameter that the operation does not know is refused with 400.",
            call -> {
              MockAnswer answer = call.usual();
              return answer.status() == 200 && call.hasUnknownParameter()
                  ? call.refusal(400)
                  : answer;
            }));
  }
}
