package io.nightaudit.jobs.regulation;

import io.nightaudit.jobs.policy.Applicability;
import io.nightaudit.jobs.policy.Applicability.RiskClass;
import io.nightaudit.jobs.policy.Applicability.Role;

/** Which articles are no duty of an operator, by what it asserts and by nothing else. */
final class Scope {
  private final Applicability applicability;

  Scope(Applicability applicability) {
    this.applicability = applicability;
  }

  /** Why an article is out of scope; empty where it is not, or where nobody has said. */
  String outside(Article article) {
    if (applicability.riskClass() == RiskClass.NOT_HIGH_RISK && article.isOfHighRiskAlone()) {
      return "The operator asserts that the system is not high-risk; the article binds high-risk systems.";
    }
    Duty.Whose whose = article.duty().whose();
    if (isAlone(Role.DEPLOYER) && whose == Duty.Whose.PROVIDER) {
      return "A duty of the provider; the operator asserts to be a deployer. Whoever modifies a system substantially, or gives it another purpose, becomes its provider (Art. 25(1)).";
    }
    return isAlone(Role.PROVIDER) && whose == Duty.Whose.DEPLOYER
        ? "A duty of the deployer; the operator asserts to be a provider."
        : "";
  }

  private boolean isAlone(Role role) {
    return applicability.role().filter(said -> said == role).isPresent();
  }
}
