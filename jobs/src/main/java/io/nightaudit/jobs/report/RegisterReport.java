package io.nightaudit.jobs.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/** The parts of a {@link Report} that keep its findings as a register. */
public final class RegisterReport {
  private RegisterReport() {}

  /**
   * The register.
   *
   * @param before the night whose findings are compared with; empty where there is none
   * @param smallestCount interactions below which only "fewer" is said
   * @param entries every open finding, in the order of the report's findings
   * @param resolved findings of the night before that are not open tonight, and why
   * @param classes how many findings are in each class, from 1 to 4
   */
  public record Register(
      String before,
      int smallestCount,
      int opened,
      int persisting,
      List<RegisterEntry> entries,
      List<ResolvedEntry> resolved,
      List<ClassCount> classes) {
    /** How many findings of the night before have an end that is known. */
    long ended() {
      return resolved.stream().filter(entry -> !entry.isUnknown()).count();
    }
  }

  /**
   * One finding.
   *
   * @param number its class, 1 to 3; 4 is declared by a person only
   * @param because why it has this class
   * @param status NEW, PERSISTING, BACK_TO_USUAL or ACCEPTED
   * @param lastSeen tonight
   * @param nights nights on which it was seen, as far as they had data
   * @param affected interactions of its slice since it was first seen; absent where fewer than the
   *     smallest count
   * @param articles articles whose duties it can be evidence for
   * @param evidence ids of its figures
   * @param owner who has to deal with it; "not recorded" where nobody is named
   */
  public record RegisterEntry(
      String finding,
      @JsonProperty("class") int number,
      String because,
      String status,
      String firstSeen,
      String lastSeen,
      int nights,
      Optional<Long> affected,
      List<String> articles,
      List<String> evidence,
      String owner) {}

  /**
   * A finding that is open no more.
   *
   * @param outcome BACK_TO_USUAL, ACCEPTED, EXPIRED (a release is no longer new), TOLD_ELSEWHERE,
   *     or NOT_JUDGED and GONE, which say nothing of tonight
   * @param why in a few words
   */
  public record ResolvedEntry(
      String finding,
      String metric,
      String sliceTitle,
      String sentence,
      String firstSeen,
      String lastSeen,
      String outcome,
      String why) {
    /** Whether nothing is known of tonight, so that it may be open all the same. */
    boolean isUnknown() {
      return outcome.equals("NOT_JUDGED") || outcome.equals("GONE");
    }
  }

  /** How many findings have a class. */
  public record ClassCount(
      @JsonProperty("class") int number, String meaning, String asks, int findings) {}
}
