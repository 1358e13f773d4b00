package io.nightaudit.jobs.regulation;

/** How much evidence a night has for an article. It is no grade, and none of them is a pass. */
public enum EvidenceStatus {
  /** All that logs can give is here. */
  EVIDENCE_PRESENT("All that logs can give for the article is here."),
  /** All that logs can give is here, and a person has to add the rest. */
  HUMAN_INPUT_REQUIRED("What logs can give is here; a person must add what is listed as missing."),
  /** Part of what logs can give is missing. */
  EVIDENCE_PARTIAL("Part of what logs can give is missing on this night."),
  /** Nothing of what logs can give is here. */
  NO_EVIDENCE_IN_LOGS("Nothing of what logs can give is here."),
  /** The duty is not one of this operator or of this class of system, as asserted. */
  OUT_OF_SCOPE("As asserted, the duty is not one of this operator or of this class of system."),
  /** The article does not apply on the night. */
  NOT_YET_APPLICABLE(
      "The article does not apply on this night; beside it stands the status it would have.");

  private final String meaning;

  EvidenceStatus(String meaning) {
    this.meaning = meaning;
  }

  /** What the status says, in a sentence. */
  public String meaning() {
    return meaning;
  }
}
