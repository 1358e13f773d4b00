package io.nightaudit.jobs;

import io.nightaudit.jobs.archive.label.HumanLabel;
import io.nightaudit.jobs.archive.label.LabelFileException;
import io.nightaudit.jobs.archive.label.LabelReader;
import io.nightaudit.jobs.cli.ExitStatus;
import io.nightaudit.jobs.cli.LabelImportRequest;
import io.nightaudit.jobs.cli.LabelImportRun;
import io.nightaudit.jobs.cli.Refusal;
import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ColumnMapping;
import io.nightaudit.jobs.policy.Nearest;
import io.nightaudit.jobs.store.AuditStore;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Takes in a file of labels: reads it, finds the night of each interaction, and keeps it. */
final class LabelImport implements LabelImportRun {

  @Override
  public int run(AuditConfiguration configuration, LabelImportRequest request, PrintWriter out) {
    boolean yesOrNo = isYesOrNo(configuration, request.target());
    SparkSession spark = Sessions.open(request.master());
    if (!AuditStore.exists(spark, configuration.store())) {
      throw new Refusal(
          "there is no audit store at %s; run a night first, or name another one with --store"
              .formatted(configuration.store()));
    }
    ZoneId zone = configuration.archive().timezone();
    LabelReader reader =
        new LabelReader(request.target(), yesOrNo, request.yes(), request.no(), zone);
    SparkSession forStore = Sessions.forStore(spark);
    LabelReader.Content content = read(reader, forStore, request);
    try (AuditStore store = AuditStore.open(forStore, configuration.store())) {
      keep(store, content, request, zone, out);
    }
    return ExitStatus.DONE.code();
  }

  /** A guardrail is right or not; a score is mapped as yes or no, or as a number. */
  private static boolean isYesOrNo(AuditConfiguration configuration, String target) {
    if (target.equals(HumanLabel.GUARDRAIL)) {
      return true;
    }
    Map<String, ColumnMapping> columns = configuration.archive().columns();
    boolean score = target.startsWith(Column.SCORE_PREFIX);
    boolean any = columns.containsKey(Column.SCORES.id());
    if (!score || !(any || columns.containsKey(target))) {
      throw new Refusal(unknown(target, columns.keySet()));
    }
    ColumnMapping mapping = columns.get(target);
    return mapping != null && mapping.kind() == ColumnMapping.ScoreKind.BOOLEAN;
  }

  private static String unknown(String target, Iterable<String> columns) {
    SortedSet<String> targets = new TreeSet<>(List.of(HumanLabel.GUARDRAIL));
    columns.forEach(
        column -> {
          if (column.startsWith(Column.SCORE_PREFIX)) {
            targets.add(column);
          }
        });
    List<String> nearest = Nearest.to(target, targets);
    return "--for %s is nothing that is audited here; give %s"
        .formatted(target, String.join(" or ", nearest.isEmpty() ? targets : nearest));
  }

  private static LabelReader.Content read(
      LabelReader reader, SparkSession spark, LabelImportRequest request) {
    try {
      LabelReader.Content content = reader.read(spark, request.file(), request.columns());
      if (content.labels().isEmpty()) {
        throw new Refusal(
            "no row of %s is a label%n%s"
                .formatted(request.file(), String.join("\n", LabelImportText.problems(content)))
                .strip());
      }
      return content;
    } catch (LabelFileException e) {
      throw new Refusal(request.file() + ": " + e.getMessage());
    }
  }

  private static void keep(
      AuditStore store,
      LabelReader.Content content,
      LabelImportRequest request,
      ZoneId zone,
      PrintWriter out) {
    Optional<Instant> before = store.labels().imported(content.sha256(), request.target());
    if (before.isPresent()) {
      out.println(
          "%s was imported for %s before, on %s; nothing was appended."
              .formatted(
                  request.file(), request.target(), before.get().atZone(zone).toLocalDate()));
      return;
    }
    List<HumanLabel> labels = located(store, content.labels(), zone);
    store.labels().append(labels, content.sha256(), Instant.now().truncatedTo(ChronoUnit.MICROS));
    out.print(new LabelImportText(request, content, labels).text());
  }

  /** The latest night whose queue held the interaction, up to the day of the label. */
  private static List<HumanLabel> located(AuditStore store, List<HumanLabel> labels, ZoneId zone) {
    Map<String, TreeSet<Long>> nights = nights(store, labels);
    List<HumanLabel> located = new ArrayList<>();
    for (HumanLabel label : labels) {
      long day = label.labelledAt().atZone(zone).toLocalDate().toEpochDay();
      TreeSet<Long> known = nights.getOrDefault(label.interactionId(), new TreeSet<>());
      located.add(label.on(Optional.ofNullable(known.floor(day))));
    }
    return located;
  }

  private static Map<String, TreeSet<Long>> nights(AuditStore store, List<HumanLabel> labels) {
    SortedSet<Long> audited = store.nights();
    Map<String, TreeSet<Long>> nights = new HashMap<>();
    if (audited.isEmpty()) {
      return nights;
    }
    List<String> ids = labels.stream().map(HumanLabel::interactionId).distinct().toList();
    Dataset<Row> queue = store.reviewQueue().read(audited.first(), audited.last());
    Dataset<Row> wanted = queue.sparkSession().createDataset(ids, Encoders.STRING()).toDF("wanted");
    queue
        .join(wanted, functions.col("interaction_id").equalTo(functions.col("wanted")))
        .select(functions.col("wanted"), functions.unix_date(functions.col("night")))
        .distinct()
        .collectAsList()
        .forEach(
            row ->
                nights
                    .computeIfAbsent(row.getString(0), id -> new TreeSet<>())
                    .add((long) row.getInt(1)));
    return nights;
  }
}
