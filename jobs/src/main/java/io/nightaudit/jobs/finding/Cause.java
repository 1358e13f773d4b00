package io.nightaudit.jobs.finding;

/** What a finding is put down to, as far as the evidence goes. */
public enum Cause {
  INPUT_MIX,
  RELEASE,
  SILENT_PROVIDER_CHANGE,
  BEHAVIOUR,
  DATA,
  UNKNOWN;

  /** Whether a release or the provider is behind it. */
  public boolean isRelease() {
    return this == RELEASE || this == SILENT_PROVIDER_CHANGE;
  }
}
