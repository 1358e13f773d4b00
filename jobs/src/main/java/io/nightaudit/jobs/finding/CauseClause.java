package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.metric.Slice;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a finding's sentence says of its cause, after what moved. */
final class CauseClause {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
  private static final int MOST_NAMED = 3;
  private static final double NOTHING = 0.005;
  private static final String POINTS = " points";

  private final Slice slice;
  private final Cause cause;
  private final Explanation explanation;
  private final Quantity quantity;

  CauseClause(Candidate lead, Cause cause, Explanation explanation) {
    this.slice = lead.slice();
    this.cause = cause;
    this.explanation = explanation;
    this.quantity = Quantity.of(lead.measure().name(), lead.unit());
  }

  static String day(long epochDay) {
    return LocalDate.ofEpochDay(epochDay).format(DAY);
  }

  /** The release that coincides, right behind the date. */
  String release(long began) {
    if (!cause.isRelease() || explanation.release().isEmpty()) {
      return "";
    }
    ReleaseChange change = explanation.release().get();
    String night =
        change.epochDay() == began ? ", the night " : "; on " + day(change.epochDay()) + " ";
    String name = slice.isWithin(change.route()) ? "" : " " + change.route().title();
    String route = change.route().isAll() ? "" : " on " + change.route().title();
    return change.silent()
        ? night + "the provider put " + change.to() + " behind the unchanged name" + name
        : night + change.to() + " replaced " + change.from() + route;
  }

  /** Everything else, each part with its separator. */
  String rest() {
    return switch (cause) {
      case SILENT_PROVIDER_CHANGE, RELEASE -> carriers("; most of it in ") + of(mix());
      case INPUT_MIX ->
          explanation.isSplit()
              ? of(mix()) + carriers(", above all ")
              : of(explanation.reason()) + carriers("; most of it in ");
      case BEHAVIOUR ->
          carriers("; most of it in ")
              + "; no release coincides"
              + (explanation.isSplit() ? " and " + mix() : ": " + explanation.reason());
      case DATA -> of(explanation.reason());
      case UNKNOWN ->
          carriers("; most of it in ") + of("the cause is not known: " + explanation.reason());
    };
  }

  private static String of(String text) {
    return text.isEmpty() ? "" : "; " + text;
  }

  private String mix() {
    if (!explanation.isSplit()) {
      return "";
    }
    String whole = quantity.difference(explanation.mix().part() + explanation.mix().behaviour());
    String part = quantity.difference(explanation.mix().part());
    if (Math.abs(explanation.mix().share()) < NOTHING) {
      return "the mix by %s explains next to nothing of %s since then"
          .formatted(list(explanation.mix().by()), whole);
    }
    String bare = part.endsWith(POINTS) ? part.substring(0, part.length() - POINTS.length()) : part;
    return "the mix by %s explains %s of %s since then"
        .formatted(list(explanation.mix().by()), bare, whole);
  }

  private String carriers(String before) {
    List<String> names =
        explanation.carriedBy().stream()
            .limit(MOST_NAMED)
            .map(carrier -> Carriers.title(carrier.slice(), slice))
            .toList();
    return names.isEmpty() ? "" : before + list(names);
  }

  private static String list(List<String> names) {
    List<String> shown = new ArrayList<>(names);
    if (shown.size() < 2) {
      return String.join("", shown);
    }
    String last = shown.remove(shown.size() - 1);
    return String.join(", ", shown) + " and " + last;
  }
}
