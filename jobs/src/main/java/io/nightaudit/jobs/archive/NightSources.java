package io.nightaudit.jobs.archive;

import static org.apache.spark.sql.functions.lit;

import io.delta.tables.DeltaTable;
import io.nightaudit.jobs.policy.ArchiveSettings;
import io.nightaudit.jobs.policy.ColumnMapping;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.TimestampType;

/** Finds where the rows of a night lie and looks at every file of it. */
final class NightSources {
  private final SparkSession spark;
  private final ArchiveSettings settings;
  private final Layout layout;
  private final Configuration hadoop;
  private final ArchiveFolder folder;

  NightSources(SparkSession spark, ArchiveSettings settings, Layout layout) {
    this.spark = spark;
    this.settings = settings;
    this.layout = layout;
    this.hadoop =
        ((org.apache.spark.sql.classic.SparkSession) spark).sessionState().newHadoopConf();
    this.folder = new ArchiveFolder(settings.path(), hadoop);
  }

  /** The night's source; files in {@code damaged} are unreadable for a reason known before. */
  NightSource find(LocalDate night, Set<String> damaged, String problem) {
    if (!folder.exists()) {
      return nowhere("the archive's folder " + settings.path() + " does not exist");
    }
    Function<InspectedFile, InspectedFile> judged =
        file -> file.readable() && damaged.contains(file.path()) ? file.unreadable(problem) : file;
    return settings.format() == ArchiveSettings.Format.DELTA
        ? delta(night, judged)
        : parquet(night, judged);
  }

  private NightSource nowhere(String message) {
    return new ParquetNight(spark, false, List.of(), List.of(), Optional.of(message));
  }

  private NightSource parquet(LocalDate night, Function<InspectedFile, InspectedFile> judged) {
    List<String> own = parquetFiles(layout.folders(night));
    List<String> later = new ArrayList<>(parquetFiles(laterFolders(night)));
    later.removeAll(new HashSet<>(own));
    if (own.isEmpty()) {
      return nowhere(
          "no Parquet file in %s of the archive %s"
              .formatted(name(layout.folders(night)), settings.path()));
    }
    Map<String, InspectedFile> files = inspected(own, later, judged);
    return new ParquetNight(
        spark,
        layout.byTime(),
        own.stream().map(files::get).toList(),
        later.stream().map(files::get).toList(),
        Optional.of("no file of the night " + night + " can be read"));
  }

  private List<String> parquetFiles(List<String> folders) {
    return folder.parquetFiles(folders).stream().map(path -> ArchivePath.encoded(path)).toList();
  }

  private List<String> laterFolders(LocalDate night) {
    List<String> folders = new ArrayList<>();
    for (int day = 1; day <= settings.lateDays() && !layout.byTime(); day++) {
      folders.addAll(layout.folders(night.plusDays(day)));
    }
    return folders;
  }

  private static String name(List<String> folders) {
    String first = folders.get(0).isEmpty() ? "the folders" : folders.get(0);
    return folders.size() == 1 ? first : first + " … " + folders.get(folders.size() - 1);
  }

  private Map<String, InspectedFile> inspected(
      List<String> own, List<String> later, Function<InspectedFile, InspectedFile> judged) {
    Set<String> paths = new TreeSet<>(own);
    paths.addAll(later);
    return new FileInspection(spark, hadoop)
        .inspect(List.copyOf(paths)).stream()
            .map(judged)
            .collect(Collectors.toMap(InspectedFile::path, Function.identity()));
  }

  private NightSource delta(LocalDate night, Function<InspectedFile, InspectedFile> judged) {
    Dataset<Row> table = table();
    Set<String> columns = partitionColumns();
    List<SortedMap<String, String>> ownParts =
        DeltaNight.partitions(layout.partitions(night), columns);
    List<SortedMap<String, String>> laterParts = new ArrayList<>();
    for (int day = 1; day <= settings.lateDays() && !ownParts.isEmpty(); day++) {
      laterParts.addAll(DeltaNight.partitions(layout.partitions(night.plusDays(day)), columns));
    }
    laterParts.removeAll(ownParts);
    List<String> own =
        DeltaNight.files(table, ownParts, ownParts.isEmpty() ? ofNight(table, night) : lit(true));
    List<String> later =
        laterParts.isEmpty() ? List.of() : DeltaNight.files(table, laterParts, lit(true));
    if (own.isEmpty()) {
      return nowhere("the Delta table %s has no file of %s".formatted(settings.path(), night));
    }
    Map<String, InspectedFile> files = inspected(own, later, judged);
    List<InspectedFile> ownFiles = own.stream().map(files::get).toList();
    List<InspectedFile> laterFiles = later.stream().map(files::get).toList();
    boolean broken = files.values().stream().anyMatch(file -> !file.readable());
    return broken
        ? broken(ownFiles)
        : new DeltaNight(table, ownParts, laterParts, ownFiles, laterFiles);
  }

  /** What rows of a night satisfy where the time is a plain column; else nothing is left out. */
  private Column ofNight(Dataset<Row> table, LocalDate night) {
    ColumnMapping time = settings.columns().get(Target.TIME);
    if (time == null || time.source() != ColumnMapping.Source.COLUMN) {
      return lit(true);
    }
    return new SourcePath(time.text())
        .in(table.schema())
        .filter(source -> source.type() instanceof TimestampType)
        .map(SourceValue::value)
        .map(
            value ->
                value
                    .isNull()
                    .or(value.geq(lit(layout.begin(night))).and(value.lt(lit(layout.end(night))))))
        .orElse(lit(true));
  }

  /** A Delta table cannot be read without one of its files: nothing of the night can be read. */
  private NightSource broken(List<InspectedFile> files) {
    List<InspectedFile> unreadable =
        files.stream()
            .map(
                file ->
                    file.readable()
                        ? file.unreadable("another file of the table is damaged")
                        : file)
            .toList();
    return new ParquetNight(
        spark,
        false,
        unreadable,
        List.of(),
        Optional.of("the Delta table " + settings.path() + " has a damaged file"));
  }

  private Dataset<Row> table() {
    try {
      return spark.read().format("delta").load(settings.path());
    } catch (Exception wrong) {
      // Scala hides that this checked exception is thrown.
      if (wrong instanceof AnalysisException) {
        throw new IllegalArgumentException(
            "archive.format is delta, but %s is not a Delta table; write format: parquet"
                .formatted(settings.path()),
            wrong);
      }
      throw wrong;
    }
  }

  private Set<String> partitionColumns() {
    Row detail =
        DeltaTable.forPath(spark, settings.path()).detail().select("partitionColumns").first();
    return new TreeSet<>(detail.getList(0));
  }
}
