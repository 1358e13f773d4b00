package io.nightaudit.jobs.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the operator asserts of the audited system under the AI Act. What is not said stays unsaid:
 * nothing is guessed.
 *
 * @param role whether the operator provides the system, deploys it, or both
 * @param riskClass how the operator classes it
 * @param annexPoint the point of Annex III that it falls under, such as 5(b); empty where unsaid
 * @param annexProduct the Union law of Annex I that its product falls under; empty where unsaid
 * @param exceptionNote why Art. 6(3) takes a system of Annex III out; empty where unsaid
 * @param models general-purpose models that it uses
 * @param placedOnMarket when it was placed on the market or put into service
 * @param aiOffice whether the AI Office supervises it (Art. 75(1))
 * @param memberStates where it is used, by ISO 3166 code
 * @param monitoringPlan the id of the post-market monitoring plan; empty where unsaid
 * @param assertedBy who says all this; empty where nobody has
 * @param assertedOn when it was said
 * @param environment such as production; empty where unsaid
 * @param classification how the report itself is classified; empty where unsaid
 */
public record Applicability(
    Optional<Role> role,
    RiskClass riskClass,
    String annexPoint,
    String annexProduct,
    String exceptionNote,
    List<String> models,
    Optional<LocalDate> placedOnMarket,
    Optional<Boolean> aiOffice,
    List<String> memberStates,
    String monitoringPlan,
    String assertedBy,
    Optional<LocalDate> assertedOn,
    String environment,
    String classification) {
  /** Nobody has said anything. */
  public static final Applicability UNSAID =
      new Applicability(
          Optional.empty(),
          RiskClass.UNKNOWN,
          "",
          "",
          "",
          List.of(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          "",
          "",
          Optional.empty(),
          "",
          "");

  /** What an operator is under the Act. */
  public enum Role {
    PROVIDER,
    DEPLOYER,
    BOTH;

    /** The word in configurations. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether duties of providers fall to it. */
    public boolean provides() {
      return this != DEPLOYER;
    }

    /** Whether duties of deployers fall to it. */
    public boolean deploys() {
      return this != PROVIDER;
    }
  }

  /** How a system is classed. */
  public enum RiskClass {
    HIGH_RISK,
    NOT_HIGH_RISK,
    UNKNOWN;

    /** The word in configurations. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Applicability {
    models = List.copyOf(models);
    memberStates = List.copyOf(memberStates);
  }

  /** Whether anybody has said anything. */
  public boolean asserted() {
    return !assertedBy.isEmpty();
  }

  /** Whether the system is part of a product of Annex I, and of no point of Annex III. */
  public boolean ofProductAlone() {
    return !annexProduct.isEmpty() && annexPoint.isEmpty();
  }
}
