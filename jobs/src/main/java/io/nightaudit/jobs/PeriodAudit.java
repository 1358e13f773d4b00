package io.nightaudit.jobs;

import io.nightaudit.jobs.cli.ExitStatus;
import io.nightaudit.jobs.cli.Refusal;
import io.nightaudit.jobs.cli.ReportRequest;
import io.nightaudit.jobs.cli.ReportRun;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.report.period.PeriodComposer;
import io.nightaudit.jobs.report.period.PeriodHtml;
import io.nightaudit.jobs.report.period.PeriodJson;
import io.nightaudit.jobs.report.period.PeriodRecord;
import io.nightaudit.jobs.report.period.PeriodReport;
import io.nightaudit.jobs.report.period.PeriodText;
import io.nightaudit.jobs.store.AuditStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.spark.sql.SparkSession;

/** Makes the report of a period from the tables of a store; the archive is not opened. */
final class PeriodAudit implements ReportRun {
  private static final String JSON = "period.json";
  private static final String HTML = "period.html";

  @Override
  public int report(AuditConfiguration configuration, ReportRequest request, PrintWriter out) {
    SparkSession spark = Sessions.open(request.master());
    if (!AuditStore.exists(spark, configuration.store())) {
      throw new Refusal(
          "there is no audit store at %s; run a night first, or name another one with --store"
              .formatted(configuration.store()));
    }
    try (AuditStore store = AuditStore.open(Sessions.forStore(spark), configuration.store())) {
      PeriodRecord record =
          new StoredPeriod(store, configuration, request.from(), request.to()).record();
      PeriodReport report = PeriodComposer.compose(record);
      write(store, request, JSON, PeriodJson.write(report));
      String page = write(store, request, HTML, PeriodHtml.render(report));
      out.print(configuration.redaction().apply(PeriodText.of(report)));
      out.println("Written: " + page);
      out.flush();
      return (record.nights().isEmpty() ? ExitStatus.INPUT_MISSING : ExitStatus.DONE).code();
    }
  }

  private static String write(
      AuditStore store, ReportRequest request, String name, byte[] content) {
    return request
        .output()
        .map(folder -> write(folder, name, content))
        .orElseGet(() -> store.periods().write(request.from(), request.to(), name, content));
  }

  /** Under another name first, so that a reader sees the old file or the new one. */
  private static String write(Path folder, String name, byte[] content) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(folder);
      Path fresh = Files.write(folder.resolve("." + name + ".new"), content);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return file.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write " + file + "; name another place with --output", e);
    }
  }
}
