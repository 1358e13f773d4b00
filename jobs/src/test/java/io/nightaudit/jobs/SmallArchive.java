package io.nightaudit.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Three nights of 48 interactions, 2 to 4 November 2026, written without Spark. */
final class SmallArchive {
  private static final int INTERACTIONS = 48;
  private static final long HALF_AN_HOUR = 1_800_000_000L;
  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          """
          message interaction {
            required binary id (STRING);
            required int64 served_at (TIMESTAMP(MICROS, true));
            required binary prompt (STRING);
            required binary answer (STRING);
            required binary model (STRING);
          }
          """);

  private SmallArchive() {}

  static void write(Path folder) throws IOException {
    for (int day = 2; day <= 4; day++) {
      write(folder, LocalDate.of(2026, 11, day));
    }
  }

  /** One more night of the same kind. */
  static void write(Path folder, LocalDate night) throws IOException {
    Path partition = Files.createDirectories(folder.resolve("dt=" + night));
    try (ParquetWriter<Group> writer = writer(partition.resolve("part.parquet"))) {
      for (int i = 0; i < INTERACTIONS; i++) {
        writer.write(interaction(night, i));
      }
    }
  }

  private static ParquetWriter<Group> writer(Path file) throws IOException {
    return ExampleParquetWriter.builder(new LocalOutputFile(file)).withType(SCHEMA).build();
  }

  private static Group interaction(LocalDate night, int i) {
    long midnight = night.atStartOfDay().toEpochSecond(ZoneOffset.UTC) * 1_000_000;
    return new SimpleGroupFactory(SCHEMA)
        .newGroup()
        .append("id", night + "-" + i)
        .append("served_at", midnight + i * HALF_AN_HOUR)
        .append("prompt", "Where is parcel " + i + "?")
        .append(
            "answer", "Parcel " + i + " is on its way" + " and will be there soon".repeat(i % 3))
        .append("model", i % 2 == 0 ? "small" : "large");
  }
}
