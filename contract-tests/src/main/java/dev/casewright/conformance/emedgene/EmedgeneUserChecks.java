package dev.casewright.conformance.emedgene;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.EmedgeneTarget;
import dev.casewright.conformance.target.TargetControl;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The users of the organisation. */
@Checks
class EmedgeneUserChecks {

  private EmedgeneTarget target;

  @BeforeEach
  void begin(EmedgeneTarget target) {
    this.target = target;
  }

  @Test
  @Verifies("EMG-USER-01")
  void userListIsAnsweredWith200() {
    assertThat(list().status()).isEqualTo(200);
  }

  @Test
  @Verifies("EMG-USER-02")
  void usersStandInHits() {
    JsonNode hits = list().json().path("hits");

    assertThat(hits.isArray()).isTrue();
    assertThat(hits).isNotEmpty();
  }

  @Test
  @Verifies("EMG-USER-03")
  void eachUserCarriesAnId() {
    assertThat(new EmedgeneUsers(target).all())
        .isNotEmpty()
        .allSatisfy(user -> assertThat(user.path("id").isIntegralNumber()).isTrue())
        .extracting(user -> user.path("id").asLong())
        .doesNotHaveDuplicates();
  }

  @Test
  @Verifies("EMG-USER-04")
  void eachUserCarriesAnEmailAddress() {
    assertThat(new EmedgeneUsers(target).all())
        .isNotEmpty()
        .allSatisfy(user -> assertThat(user.path("email").asText()).matches("[^@ ]+@[^@ ]+"));
  }

  @Test
  @Verifies("EMG-USER-05")
  void noUserOfAnotherOrganisationIsListed(TargetControl control) {
    List<String> theirs = addressesOf(control.otherSpace().emedgene());

    assertThat(addressesOf(target)).isNotEmpty().noneMatch(theirs::contains);
  }

  private Answer list() {
    return target.get("/api/user/org_users/");
  }

  private static List<String> addressesOf(EmedgeneTarget organisation) {
    return new EmedgeneUsers(organisation)
        .all().stream().map(user -> user.path("email").asText(user.toString())).toList();
  }
}
