package io.nightaudit.jobs.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightaudit.jobs.archive.Coverage;
import java.time.Instant;
import java.util.List;

/**
 * Runs as OpenLineage events (specification 2.0.2): each run is one START and one COMPLETE or FAIL.
 * Data sets are named by what they are, not by where they lie.
 */
public final class LineageEvents {
  private static final String PRODUCER = "https://nightaudit.io/";
  private static final String SCHEMA = "https://openlineage.io/spec/2-0-2/OpenLineage.json";
  private static final String FACETS = "https://openlineage.io/spec/facets/";

  private final LineageRun run;

  private LineageEvents(LineageRun run) {
    this.run = run;
  }

  /** The two events of a run. */
  public static List<ObjectNode> of(LineageRun run) {
    LineageEvents events = new LineageEvents(run);
    return List.of(
        events.event("START", run.startedAt()),
        events.event(run.failed() ? "FAIL" : "COMPLETE", run.finishedAt()));
  }

  private ObjectNode event(String type, Instant time) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("eventType", type);
    event.put("eventTime", time.toString());
    event.put("producer", PRODUCER);
    event.put("schemaURL", SCHEMA + "#/$defs/RunEvent");
    event.set("run", run(type));
    event.set("job", job());
    boolean over = !type.equals("START");
    event.set("inputs", inputs(over));
    event.set("outputs", outputs());
    return event;
  }

  private ObjectNode run(String type) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("runId", run.runId());
    ObjectNode facets = node.putObject("facets");
    if (!run.nights().isEmpty()) {
      ObjectNode nominal = facet(facets, "nominalTime", "1-0-1/NominalTimeRunFacet.json");
      Coverage first = run.nights().get(0);
      Coverage last = run.nights().get(run.nights().size() - 1);
      nominal.put("nominalStartTime", start(first).toString());
      nominal.put("nominalEndTime", end(last).toString());
    }
    ObjectNode engine = facet(facets, "processing_engine", "1-1-1/ProcessingEngineRunFacet.json");
    engine.put("name", "nightaudit");
    engine.put("version", run.version());
    if (type.equals("FAIL")) {
      ObjectNode error = facet(facets, "errorMessage", "1-0-1/ErrorMessageRunFacet.json");
      error.put("message", run.message().isEmpty() ? "the run failed" : run.message());
      error.put("programmingLanguage", "JAVA");
    }
    return node;
  }

  private Instant start(Coverage night) {
    return night.night().atStartOfDay(run.zone()).toInstant();
  }

  private Instant end(Coverage night) {
    return night.night().plusDays(1).atStartOfDay(run.zone()).toInstant();
  }

  private ObjectNode job() {
    ObjectNode job = JsonNodeFactory.instance.objectNode();
    job.put("namespace", "nightaudit");
    job.put("name", run.system() + ".night");
    ObjectNode facets = job.putObject("facets");
    ObjectNode type = facet(facets, "jobType", "2-0-3/JobTypeJobFacet.json");
    type.put("processingType", "BATCH");
    type.put("integration", "NIGHTAUDIT");
    type.put("jobType", "JOB");
    facet(facets, "documentation", "1-0-1/DocumentationJobFacet.json")
        .put("description", "Audits the archived interactions of " + run.system() + ".");
    return job;
  }

  private ArrayNode inputs(boolean over) {
    ArrayNode inputs = JsonNodeFactory.instance.arrayNode();
    ObjectNode archive = dataset(inputs, "archive");
    if (over && !run.nights().isEmpty()) {
      archive.set("inputFacets", read());
    }
    return inputs;
  }

  private ObjectNode read() {
    ObjectNode facets = JsonNodeFactory.instance.objectNode();
    ObjectNode quality =
        facet(facets, "dataQualityMetrics", "1-0-2/DataQualityMetricsInputDatasetFacet.json");
    quality.put("rowCount", run.nights().stream().mapToLong(Coverage::rowsRead).sum());
    quality.put("bytes", bytes());
    quality.put("fileCount", files());
    quality.putObject("columnMetrics");
    ObjectNode statistics =
        facet(facets, "inputStatistics", "1-0-0/InputStatisticsInputDatasetFacet.json");
    statistics.put("rowCount", run.nights().stream().mapToLong(Coverage::rowsRead).sum());
    statistics.put("size", bytes());
    statistics.put("fileCount", files());
    ObjectNode test =
        facet(facets, "dataQualityAssertions", "1-0-1/DataQualityAssertionsDatasetFacet.json");
    ArrayNode assertions = test.putArray("assertions");
    for (Coverage night : run.nights()) {
      assertion(assertions, night.night() + " was read", night.input() == Coverage.Input.READ);
      assertion(assertions, night.night() + " has no row in quarantine", intact(night));
    }
    return facets;
  }

  private static boolean intact(Coverage night) {
    return night.input() == Coverage.Input.READ && night.rowsQuarantined() == 0;
  }

  private static void assertion(ArrayNode assertions, String what, boolean holds) {
    assertions.addObject().put("assertion", what).put("success", holds);
  }

  private long bytes() {
    return run.nights().stream()
        .flatMap(night -> night.files().stream())
        .mapToLong(Coverage.ArchiveFile::bytes)
        .sum();
  }

  private long files() {
    return run.nights().stream().mapToLong(night -> night.files().size()).sum();
  }

  private ArrayNode outputs() {
    ArrayNode outputs = JsonNodeFactory.instance.arrayNode();
    run.tables().forEach(table -> dataset(outputs, "store." + table));
    dataset(outputs, "reports");
    return outputs;
  }

  private ObjectNode dataset(ArrayNode list, String name) {
    return list.addObject().put("namespace", "nightaudit").put("name", run.system() + "." + name);
  }

  private static ObjectNode facet(ObjectNode facets, String name, String schema) {
    ObjectNode facet = facets.putObject(name);
    facet.put("_producer", PRODUCER);
    String file = schema.substring(schema.indexOf('/') + 1).replace(".json", "");
    facet.put("_schemaURL", FACETS + schema + "#/$defs/" + file);
    return facet;
  }
}
