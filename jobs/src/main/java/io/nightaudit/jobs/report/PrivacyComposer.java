package io.nightaudit.jobs.report;

import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.policy.SliceSettings;
import io.nightaudit.jobs.report.FullForm.DataCategory;
import io.nightaudit.jobs.report.FullForm.PrivacyFrame;
import io.nightaudit.jobs.report.FullForm.Suppressed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** Says what was read of people, what is kept of it, and what is not shown. */
final class PrivacyComposer {
  private static final List<String> PEOPLE =
      List.of(Column.USER_ID_HASH.id(), Column.CONVERSATION_ID.id());

  private final NightRecord record;
  private final SliceSettings slices;
  private final Collection<String> mapped;

  PrivacyComposer(NightRecord record) {
    this.record = record;
    this.slices = record.configuration().slices();
    List<String> columns = new ArrayList<>(record.configuration().archive().columns().keySet());
    columns.addAll(record.configuration().archive().dimensions().keySet());
    this.mapped = columns;
  }

  PrivacyFrame compose() {
    return new PrivacyFrame(
        categories(),
        slices.minimumCell(),
        slices.personal(),
        suppressed(),
        pseudonyms(),
        "none",
        List.of(
            "A person’s rows can be erased from the archive at any time. Reports and tables of figures hold no row of anyone and stay as they are.",
            "Interaction ids stand in `quarantine` and `review_queue` only, and in the labels that people gave. Running the night again after the erasure replaces the first two.",
            "Whether anything was erased is not recorded here."),
        List.of(
            "How far back logs are known is in section 3. Until when this report is kept is not recorded in it."));
  }

  private List<DataCategory> categories() {
    List<DataCategory> categories = new ArrayList<>();
    add(
        categories,
        "Texts of questions and answers",
        isOf(Column.Type.TEXT),
        "read once; kept as counts, lengths and counts of words. A word is named only if a public list has it and enough texts hold it");
    add(
        categories,
        "Pseudonyms of people and conversations",
        PEOPLE::contains,
        "not kept; hashed while the night is read, and counted");
    add(
        categories,
        "Ids of interactions",
        column -> column.equals(Column.INTERACTION_ID.id()),
        "kept in the tables `quarantine` and `review_queue` only, for people who may see the archive");
    add(
        categories,
        "Groups that the policy marks as personal",
        slices.personal()::contains,
        "named where the group has at least %s people".formatted(slices.minimumCell()));
    add(categories, "Everything else", this::isPlain, "kept as sums, shares and names of slices");
    return categories;
  }

  private void add(
      List<DataCategory> categories, String category, Predicate<String> is, String kept) {
    List<String> columns = mapped.stream().filter(is).sorted().toList();
    if (!columns.isEmpty()) {
      categories.add(new DataCategory(category, columns, kept));
    }
  }

  private static Predicate<String> isOf(Column.Type type) {
    return column -> Column.named(column).map(known -> known.type() == type).orElse(false);
  }

  private boolean isPlain(String column) {
    return !isOf(Column.Type.TEXT).test(column)
        && !isOf(Column.Type.IDENTIFIER).test(column)
        && !slices.personal().contains(column);
  }

  private List<Suppressed> suppressed() {
    int hidden = record.form().hiddenSlices();
    return hidden == 0
        ? List.of()
        : List.of(
            new Suppressed(
                "slices with all their figures, among the fifty largest of tonight",
                hidden,
                "fewer than %s people".formatted(slices.minimumCell())));
  }

  private List<String> pseudonyms() {
    List<String> sentences = new ArrayList<>();
    if (mapped.contains(Column.USER_ID_HASH.id())) {
      sentences.add(
          "Users are counted by a HyperLogLog of the archive’s pseudonyms; a pseudonym cannot be read back from it.");
      sentences.add(
          "Who made the pseudonyms, and who holds the key to them, is not recorded: the archive has them as they are.");
    } else {
      sentences.add(
          "The mapping has no pseudonyms of users. The size of a group is its number of interactions.");
    }
    return sentences;
  }
}
