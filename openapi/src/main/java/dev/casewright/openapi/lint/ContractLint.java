package dev.casewright.openapi.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.RequirementRegister;
import java.util.ArrayList;
import java.util.List;

/** Runs all rules on the document and the register of one API. Stateless and thread-safe. */
public final class ContractLint {

  private ContractLint() {}

  /**
   * Checks a contract with its register.
   *
   * @param contract the contract
   * @param register the register of the same API
   * @return what is to be mended, in the order of the rules; empty if all is well
   */
  public static List<Finding> check(Contract contract, RequirementRegister register) {
    JsonNode document = contract.document();
    List<Finding> findings = new ArrayList<>();
    findings.addAll(OperationRules.check(document));
    findings.addAll(SchemaRules.check(document));
    findings.addAll(SideRules.check(document));
    findings.addAll(ExampleRules.check(contract));
    findings.addAll(RegisterRules.check(contract, register));
    return findings;
  }
}
