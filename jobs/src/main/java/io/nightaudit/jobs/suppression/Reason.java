package io.nightaudit.jobs.suppression;

/** Why a cell is withheld. */
public enum Reason {
  /** It is itself too small. */
  SMALL,
  /** With it, a small cell could be computed from what is shown. */
  COMPLEMENTARY,
  /** It was withheld on a night that tonight's figures are compared with. */
  PERSISTENT
}
