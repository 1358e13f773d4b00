package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.policy.Policy;
import java.util.Collection;
import java.util.List;

/**
 * The class of a finding, and why it has no other one.
 *
 * @param is the class, 1 to 3: 4 is a person's to give
 * @param reason why, in a few words
 */
public record ClassifiedFinding(FindingClass is, String reason) {

  /**
   * Puts a finding into its class.
   *
   * @param rules names of the fixed rules that its figure breaks tonight
   * @param nights nights since it was first seen, tonight among them
   * @param n rows behind its figure tonight
   * @param reliable whether tonight's archive can be relied on
   */
  public static ClassifiedFinding of(
      Verdict verdict,
      Collection<String> rules,
      int nights,
      long n,
      boolean reliable,
      Policy policy) {
    List<String> harmful =
        policy.findings().harmCategories().stream().filter(rules::contains).toList();
    if (!harmful.isEmpty()) {
      return new ClassifiedFinding(
          FindingClass.POSSIBLE_RISK,
          "the policy marks %s as a category of harm; whether there is a risk is not known here"
              .formatted(String.join(" and ", harmful)));
    }
    return switch (verdict) {
      case BREACH -> breach(nights, n, reliable, policy);
      case CHANGED -> observation("it moved, but not towards harm");
      default -> observation("it is no harmful move beyond what the policy calls a breach");
    };
  }

  private static ClassifiedFinding breach(int nights, long n, boolean reliable, Policy policy) {
    if (!reliable) {
      return observation("tonight’s archive cannot be relied on");
    }
    int lasting = policy.findings().persistentNights();
    if (nights < lasting) {
      return observation(
          "seen on %s of the %s nights that make a breach lasting".formatted(nights, lasting));
    }
    if (n < policy.minimumRows()) {
      return observation(
          "%s rows tonight, fewer than the %s of the policy".formatted(n, policy.minimumRows()));
    }
    return new ClassifiedFinding(
        FindingClass.PERFORMANCE_BREACH, "a threshold of the policy is passed, and it lasts");
  }

  private static ClassifiedFinding observation(String reason) {
    return new ClassifiedFinding(FindingClass.OBSERVATION, reason);
  }
}
