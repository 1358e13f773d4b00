package io.nightaudit.jobs.profile;

import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ColumnMapping;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What each measure means, as a short hash of the mapping of its columns, the version of the
 * descriptors and, for costs, the price book. Days of another meaning are not compared.
 */
public final class Definitions {
  /** Rises when a descriptor of texts changes its meaning. */
  private static final String DESCRIPTORS = "descriptors 3";

  private static final int LENGTH = 12;

  private Definitions() {}

  /** The definitions of measures, in their order. */
  static List<String> of(AuditConfiguration configuration, List<Measure> measures) {
    return measures.stream().map(measure -> of(configuration, measure)).toList();
  }

  /** The definition of one measure. */
  public static String of(AuditConfiguration configuration, Measure measure) {
    List<String> parts = new ArrayList<>(List.of(DESCRIPTORS, measure.name()));
    if (measure.metric() == Metric.SCORES) {
      parts.add(mapping(configuration, Column.SCORE_PREFIX + measure.argument()));
      parts.add(mapping(configuration, Column.SCORES.id()));
    }
    for (Column column : measure.metric().needs()) {
      parts.add(mapping(configuration, column.id()));
      if (column == Column.REPORTED_COST) {
        parts.add(
            configuration.prices().preferReported() + " " + configuration.prices().book().prices());
      }
    }
    return hash(String.join("\n", parts));
  }

  private static String mapping(AuditConfiguration configuration, String column) {
    ColumnMapping mapping = configuration.archive().columns().get(column);
    return column + ": " + (mapping == null ? "unmapped" : mapping);
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
