package io.nightaudit.jobs.report;

import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.report.wording.Mark;
import io.nightaudit.jobs.report.wording.Nights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The incidents that people declared, for the templates. */
final class IncidentView {
  private static final String UNKNOWN = "not said";

  private IncidentView() {}

  static Map<String, Object> of(Report report) {
    IncidentReport incidents = report.incidents();
    return new Fields()
        .put("standing", incidents.standing())
        .put("drill", incidents.drill())
        .put("cards", incidents.incidents().stream().map(IncidentView::card).toList())
        .map();
  }

  private static Map<String, Object> card(IncidentReport.Entry entry) {
    return new Fields()
        .put("id", entry.id())
        .put("title", "Class " + entry.incidentClass() + ": " + entry.title())
        .put("night", Nights.full(entry.night()))
        .put("state", Mark.capital(entry.state()))
        .put("harms", entry.harms().isEmpty() ? UNKNOWN : String.join("; ", entry.harms()))
        .put("findings", entry.findings())
        .put("freeze", entry.freeze())
        .put("times", times(entry))
        .put("clocks", entry.clocks().stream().map(IncidentView::clock).toList())
        .put("words", entry.words())
        .put("filled", entry.filled())
        .put("blank", String.join("; ", entry.blank()))
        .map();
  }

  private static List<Map<String, Object>> times(IncidentReport.Entry entry) {
    List<Map<String, Object>> times = new ArrayList<>();
    times.add(time("First event", entry.firstEventAt(), ""));
    times.add(
        time(
            "Detected",
            entry.detectedAt(),
            entry
                .hoursSinceDetection()
                .map(hours -> Digits.whole(hours) + " hours before the data cut-off")
                .orElse("")));
    times.add(time("Aware", entry.awareAt(), ""));
    times.add(time("Provider informed", entry.providerInformedAt(), ""));
    times.add(time("Authority informed", entry.authorityInformedAt(), ""));
    return times;
  }

  private static Map<String, Object> time(String name, Optional<String> at, String note) {
    return new Fields()
        .put("name", name)
        .put("at", at.map(IncidentView::minute).orElse(UNKNOWN))
        .put("note", note)
        .map();
  }

  private static Map<String, Object> clock(IncidentReport.Clock clock) {
    return new Fields()
        .put("name", clock.name())
        .put("source", clock.source())
        .put("from", clock.from().map(IncidentView::minute).orElse(UNKNOWN))
        .put("due", clock.due().map(IncidentView::minute).orElse("without undue delay"))
        .put("caveat", clock.caveat())
        .map();
  }

  private static String minute(String instant) {
    return Nights.full(instant.substring(0, 10)) + ", " + instant.substring(11, 16) + " UTC";
  }
}
