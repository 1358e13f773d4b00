package io.nightaudit.jobs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightaudit.jobs.evidence.ChainLink;
import io.nightaudit.jobs.evidence.Difference;
import io.nightaudit.jobs.evidence.Verified;
import io.nightaudit.jobs.report.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a check of a store found, for people and for programs. */
final class VerifiedText {
  private static final int LISTED = 20;

  private final String store;
  private final Verified verified;

  VerifiedText(String store, Verified verified) {
    this.store = store;
    this.verified = verified;
  }

  /** For people. */
  String plain() {
    List<String> lines = new ArrayList<>();
    answer(lines);
    head(lines);
    list(lines, "Besides:", verified.notes());
    list(lines, "Outside, which no manifest speaks for:", outside());
    lines.add("");
    lines.add(
        "A chain without a signature, or without its head kept elsewhere, detects accidents,");
    lines.add("not attackers: who can write the whole store can write the whole chain anew.");
    return lines.stream().map(VisibleText::of).collect(Collectors.joining("\n", "", "\n"));
  }

  private void answer(List<String> lines) {
    int count = verified.differences().size();
    String checked =
        "%s manifests, %s files compared".formatted(verified.manifests(), verified.files());
    if (verified.holds()) {
      lines.add("Everything in %s is as it was sealed: %s.".formatted(store, checked));
      return;
    }
    lines.add(
        "%s in %s as sealed (%s):"
            .formatted(
                count == 1 ? "One thing is not" : count + " things are not", store, checked));
    for (Difference difference : verified.differences()) {
      lines.add("  %s  %s".formatted(padded(difference.kind()), difference.path()));
      lines.add("                %s".formatted(difference.text()));
    }
  }

  private static String padded(Difference.Kind kind) {
    String name = kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    return name + " ".repeat(Math.max(0, "out of order".length() - name.length()));
  }

  private void head(List<String> lines) {
    lines.add("");
    if (verified.head().isEmpty()) {
      lines.add("There is no manifest that can be relied on.");
      return;
    }
    ChainLink head = verified.head().get();
    lines.add("The head of the chain is manifest %s, %s".formatted(head.sequence(), head.path()));
    lines.add("  digest %s".formatted(head.digest()));
    lines.add("  Note it down elsewhere; a later check with --expect-head finds if it is cut off.");
  }

  private static void list(List<String> lines, String title, List<String> items) {
    if (items.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(title);
    items.stream().limit(LISTED).forEach(item -> lines.add("  " + item));
    if (items.size() > LISTED) {
      lines.add("  and %s more; --json lists all".formatted(items.size() - LISTED));
    }
  }

  /** Files by folder, as most folders that are outside are so wholly. */
  private List<String> outside() {
    Map<String, List<String>> folders =
        verified.outside().stream()
            .collect(
                Collectors.groupingBy(VerifiedText::folder, TreeMap::new, Collectors.toList()));
    return folders.entrySet().stream()
        .map(
            entry ->
                entry.getValue().size() == 1
                    ? entry.getValue().get(0)
                    : "%s (%s files)".formatted(entry.getKey(), entry.getValue().size()))
        .toList();
  }

  private static String folder(String path) {
    String[] names = path.split("/");
    return names.length < 3 ? path : names[0] + "/" + names[1];
  }

  /** For programs. */
  String json() {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("schema", "nightaudit-verification/1")
            .put("store", store)
            .put("holds", verified.holds())
            .put("manifests", verified.manifests())
            .put("files", verified.files());
    ObjectNode head = json.putObject("head");
    verified
        .head()
        .ifPresent(
            link ->
                head.put("sequence", link.sequence())
                    .put("path", link.path())
                    .put("digest", link.digest()));
    for (Difference difference : verified.differences()) {
      json.withArray("differences")
          .addObject()
          .put("kind", difference.kind().name())
          .put("path", difference.path())
          .put("text", difference.text());
    }
    verified.notes().forEach(json.withArray("notes")::add);
    verified.outside().forEach(json.withArray("outside")::add);
    return pretty(json) + "\n";
  }

  private static String pretty(ObjectNode json) {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException("a tree has no text", e);
    }
  }
}
