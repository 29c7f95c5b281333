package dev.casewright.conformance.target;

import static org.junit.jupiter.api.Assumptions.abort;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A target that can do nothing beyond documented calls: what needs more is skipped. */
public final class OwnControl implements TargetControl {

  private static final String NEEDS_MOCK = "It needs the mock server's admin API (--mock-control).";

  private final OpalTarget opal;
  private final EmedgeneTarget emedgene;
  private final Supplier<Optional<TargetControl>> other;

  /**
   * A target.
   *
   * @param opal the Opal API
   * @param emedgene the Emedgene API
   * @param other the same with users of another workspace and organisation, if there are some
   */
  public OwnControl(
      OpalTarget opal, EmedgeneTarget emedgene, Supplier<Optional<TargetControl>> other) {
    this.opal = opal;
    this.emedgene = emedgene;
    this.other = other;
  }

  @Override
  public OpalTarget opal() {
    return opal;
  }

  @Override
  public EmedgeneTarget emedgene() {
    return emedgene;
  }

  @Override
  public TargetControl otherSpace() {
    return other
        .get()
        .orElseGet(
            () -> abort("It needs a user of another workspace (the variables that end with _2)."));
  }

  @Override
  public void setCaseStatus(String name, String status) {
    abort(NEEDS_MOCK);
  }

  @Override
  public void goOnEvery(int reads) {
    abort(NEEDS_MOCK);
  }

  @Override
  public Map<Long, String> externalIds() {
    return abort(NEEDS_MOCK);
  }

  @Override
  public Map<Long, String> genomeNames() {
    return abort(NEEDS_MOCK);
  }

  @Override
  public String expiredToken() {
    return abort(NEEDS_MOCK);
  }
}
