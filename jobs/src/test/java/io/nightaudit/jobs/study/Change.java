package io.nightaudit.jobs.study;

/**
 * What happens to a stream from a night on, in standard deviations of its nights.
 *
 * @param step that lasts
 * @param slope added each night, the first one included
 */
record Change(double step, double slope) {
  static final Change NONE = new Change(0, 0);

  static Change step(double deviations) {
    return new Change(deviations, 0);
  }

  static Change ramp(double deviationsPerNight) {
    return new Change(0, deviationsPerNight);
  }

  /** Added on the night so many nights after the first, which is 0; nothing before it. */
  double on(int night) {
    return night < 0 ? 0 : step + slope * (night + 1);
  }
}
