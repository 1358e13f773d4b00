package io.nightaudit.jobs.demo;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;

/** The lines of one night, in the order of their times. */
final class DemoNight {

  private static final Comparator<Row> BY_TIME =
      Comparator.comparing(
          (Row row) -> (Timestamp) row.get(DemoSchema.EVENT_TIME),
          Comparator.nullsLast(Comparator.naturalOrder()));

  private DemoNight() {}

  /**
   * All lines of a night.
   *
   * @param night its number, 1 to {@link DemoArchive#NIGHTS}
   */
  static List<Row> rows(int night) {
    List<Row> rows = new ArrayList<>();
    for (Application application : Application.values()) {
      int volume = Story.volume(application, night);
      for (int row = 0; row < volume; row++) {
        Encounter encounter = Encounter.of(application, night, row);
        if (!isLost(encounter)) {
          rows.add(DemoInteraction.of(encounter).row());
        }
      }
    }
    rows.addAll(deliveredTwice(rows, night));
    rows.addAll(broken(night));
    rows.sort(BY_TIME);
    return rows;
  }

  private static boolean isLost(Encounter encounter) {
    return encounter.night() == Story.MISSING_HOUR_NIGHT && encounter.hour() == Story.MISSING_HOUR;
  }

  private static List<Row> deliveredTwice(List<Row> rows, int night) {
    Dice dice = Dice.of(night, 21);
    List<Row> again = new ArrayList<>();
    for (int i = 0; i < Story.duplicates(night); i++) {
      again.add(rows.get(dice.below(rows.size())));
    }
    return again;
  }

  /** Interactions of their own, whose line lacks its time or counts tokens below zero. */
  private static List<Row> broken(int night) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < Story.broken(night); i++) {
      int row = Application.SUPPORT_ASSISTANT.volume() * 2 + i;
      DemoInteraction interaction =
          DemoInteraction.of(Encounter.of(Application.SUPPORT_ASSISTANT, night, row));
      rows.add(i % 2 == 0 ? interaction.withoutTime() : interaction.withNegativeTokens());
    }
    return rows;
  }
}
