package io.nightaudit.jobs.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.recommendation.Action;
import io.nightaudit.jobs.recommendation.Recommendation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * Nights as OSCAL 1.1.2 assessment results: a finding is an observation, a recommendation to act a
 * risk with a recommended response. There are no OSCAL findings, since OSCAL knows them only as
 * satisfied or not, and nothing here says that anything is satisfied.
 */
public final class AssessmentResults {
  private static final String OSCAL = "1.1.2";
  private static final String NAMESPACE = "https://nightaudit.io/ns/oscal";

  private final String system;
  private final String version;
  private final ZoneId zone;

  /**
   * Results of a system.
   *
   * @param system whose audit it is
   * @param version of the program
   * @param zone time zone of the nights
   */
  public AssessmentResults(String system, String version, ZoneId zone) {
    this.system = system;
    this.version = version;
    this.zone = zone;
  }

  /** The document of some nights, at least one, in order. */
  public ObjectNode of(List<AssessmentNight> nights) {
    LocalDate first = nights.get(0).night();
    LocalDate last = nights.get(nights.size() - 1).night();
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ObjectNode results = document.putObject("assessment-results");
    results.put("uuid", NamedUuid.of(system, "results", first.toString(), last.toString()));
    ObjectNode metadata = results.putObject("metadata");
    metadata.put("title", text("Night audits of " + system + ", " + first + " to " + last));
    metadata.put("last-modified", end(last).toString());
    metadata.put("version", version);
    metadata.put("oscal-version", OSCAL);
    String plan = NamedUuid.of(system, "plan");
    results.putObject("import-ap").put("href", "#" + plan);
    ArrayNode list = results.putArray("results");
    nights.forEach(night -> list.add(result(night)));
    results
        .putObject("back-matter")
        .putArray("resources")
        .addObject()
        .put("uuid", plan)
        .put("title", "Policy of the night audit")
        .put("description", "The thresholds are in the section on method of each report.");
    return document;
  }

  private Instant start(LocalDate night) {
    return night.atStartOfDay(zone).toInstant();
  }

  private Instant end(LocalDate night) {
    return start(night.plusDays(1));
  }

  private ObjectNode result(AssessmentNight night) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("uuid", NamedUuid.of(system, "night", night.night().toString()));
    result.put("title", "Night of " + night.night());
    result.put(
        "description",
        "Statistics over logs. Not a conformity assessment; what is not logged is not seen.");
    result.put("start", start(night.night()).toString());
    result.put("end", end(night.night()).toString());
    result
        .putObject("reviewed-controls")
        .putArray("control-selections")
        .addObject()
        .putObject("include-all");
    if (!night.findings().isEmpty()) {
      ArrayNode observations = result.putArray("observations");
      night.findings().forEach(finding -> observations.add(observation(finding, night.night())));
    }
    List<Recommendation> risky =
        night.recommendations().stream().filter(advice -> advice.action() != Action.KEEP).toList();
    if (!risky.isEmpty()) {
      ArrayNode risks = result.putArray("risks");
      risky.forEach(advice -> risks.add(risk(advice, night)));
    }
    return result;
  }

  private ObjectNode observation(Finding finding, LocalDate night) {
    ObjectNode observation = JsonNodeFactory.instance.objectNode();
    observation.put("uuid", observationId(finding.id(), night));
    observation.put("title", text(finding.sentence()));
    observation.put("description", text(finding.sentence() + " " + finding.evidence()));
    ArrayNode properties = observation.putArray("props");
    property(properties, "finding", finding.id());
    property(properties, "verdict", finding.verdict().name());
    property(properties, "metric", finding.measure().name());
    property(properties, "slice", finding.slice().title());
    property(properties, "cause", finding.cause().name());
    property(properties, "began", LocalDate.ofEpochDay(finding.began()).toString());
    observation.putArray("methods").add("TEST");
    observation.putArray("types").add("finding");
    observation
        .putArray("relevant-evidence")
        .addObject()
        .put("href", "reports/" + night + "/report.html")
        .put("description", "The report of the night.");
    observation.put("collected", end(night).toString());
    return observation;
  }

  private String observationId(String finding, LocalDate night) {
    return NamedUuid.of(system, "observation", night.toString(), finding);
  }

  private ObjectNode risk(Recommendation advice, AssessmentNight night) {
    ObjectNode risk = JsonNodeFactory.instance.objectNode();
    String id = advice.id();
    risk.put("uuid", NamedUuid.of(system, "risk", night.night().toString(), id));
    risk.put("title", text(advice.title()));
    risk.put("description", text(String.join(" ", advice.reasons()) + " " + advice.title()));
    risk.put("statement", "What the logs show of it is in the observations; a person judges.");
    ArrayNode properties = risk.putArray("props");
    property(properties, "recommendation", id);
    property(properties, "action", advice.action().name());
    property(properties, "route", advice.route().title());
    property(properties, "from-release", advice.fromRelease());
    property(properties, "to-release", advice.toRelease());
    risk.put("status", "open");
    ObjectNode response = risk.putArray("remediations").addObject();
    response.put("uuid", NamedUuid.of(system, "response", night.night().toString(), id));
    response.put("lifecycle", "recommendation");
    response.put("title", words(advice.action()));
    response.put("description", text(advice.title()));
    List<String> known = night.findings().stream().map(Finding::id).toList();
    List<String> related = advice.findings().stream().filter(known::contains).toList();
    if (!related.isEmpty()) {
      ArrayNode observations = risk.putArray("related-observations");
      related.forEach(
          finding ->
              observations
                  .addObject()
                  .put("observation-uuid", observationId(finding, night.night())));
    }
    return risk;
  }

  private static String words(Action action) {
    return action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** A property whose value is not empty; OSCAL allows one line without blanks around it. */
  private static void property(ArrayNode properties, String name, String value) {
    String line = text(value);
    if (!line.isEmpty()) {
      properties.addObject().put("name", name).put("ns", NAMESPACE).put("value", line);
    }
  }

  private static String text(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
