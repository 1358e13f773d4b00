package io.nightaudit.jobs.policy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The secrets of a configuration, and the hiding of them.
 *
 * @param secrets value of a secret to the {@code env:NAME} that it came from
 */
public record Redaction(SortedMap<String, String> secrets) {
  /** No secrets. */
  public static final Redaction NONE = new Redaction(Collections.emptySortedMap());

  /** The password of a URI, with what stands before it. */
  private static final Pattern PASSWORD =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*://[^\\s/?#:@]*:)[^\\s/?#@]+@");

  // The longest first, so that a secret within another one does not leave its rest behind.
  private static final Comparator<String> LONGEST_FIRST =
      Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

  public Redaction {
    secrets = Collections.unmodifiableSortedMap(new TreeMap<>(secrets));
  }

  /**
   * The text with every secret in it replaced by the name of its variable, also as a part of a URI,
   * and without the passwords of URIs.
   */
  public String apply(String text) {
    String redacted = text;
    for (String secret : longestFirst()) {
      String name = "(" + secrets.get(secret) + ")";
      redacted = redacted.replace(secret, name);
      redacted = redacted.replace(URLEncoder.encode(secret, StandardCharsets.UTF_8), name);
    }
    return PASSWORD.matcher(redacted).replaceAll("$1(password)@");
  }

  /** Only the number of secrets: a redaction that is printed gives nothing away. */
  @Override
  public String toString() {
    return "Redaction[" + secrets.size() + " secrets]";
  }

  static Redaction of(Map<String, String> secrets) {
    return new Redaction(new TreeMap<>(secrets));
  }

  private List<String> longestFirst() {
    return secrets.keySet().stream()
        .filter(secret -> !secret.isEmpty())
        .sorted(LONGEST_FIRST)
        .toList();
  }
}
