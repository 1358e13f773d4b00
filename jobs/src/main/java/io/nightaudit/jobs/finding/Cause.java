package io.nightaudit.jobs.finding;

/** What a finding is put down to, as far as the evidence goes. */
public enum Cause {
  INPUT_MIX,
  RELEASE,
  SILENT_PROVIDER_CHANGE,
  BEHAVIOUR,
  DATA,
  UNKNOWN
}
