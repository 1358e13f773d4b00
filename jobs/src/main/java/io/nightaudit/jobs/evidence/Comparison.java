package io.nightaudit.jobs.evidence;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Compares files with what was sealed, and gathers what was found. */
final class Comparison {
  private final EvidenceFiles files;
  private final SortedSet<Difference> differences = new TreeSet<>();
  private final SortedSet<String> notes = new TreeSet<>();
  private final Set<String> known = new HashSet<>();
  private int compared;

  Comparison(EvidenceFiles files) {
    this.files = files;
  }

  EvidenceFiles files() {
    return files;
  }

  void differs(Difference.Kind kind, String path, String text) {
    known.add(path);
    differences.add(new Difference(kind, path, text));
  }

  void note(String text) {
    notes.add(text);
  }

  /** A file that is spoken for, or spoken of: it is not outside. */
  void know(String path) {
    known.add(path);
  }

  boolean knows(String path) {
    return known.contains(path);
  }

  /** Whether a difference was found about a path. */
  boolean blames(String path) {
    return differences.stream().anyMatch(difference -> difference.path().equals(path));
  }

  /** Compares one file; says whether it is as it was sealed. */
  boolean compare(NamedFile sealed, String by) throws IOException {
    String path = sealed.path();
    know(path);
    compared++;
    if (!files.exists(path)) {
      differs(Difference.Kind.MISSING, path, "named by " + by);
      return false;
    }
    NamedFile now = files.describe(path);
    if (now.sameContent(sealed)) {
      return true;
    }
    differs(Difference.Kind.CHANGED, path, change(sealed, now) + ", sealed by " + by);
    return false;
  }

  private static String change(NamedFile sealed, NamedFile now) {
    return sealed.bytes() == now.bytes()
        ? "its content is another one"
        : "it has %s bytes and had %s".formatted(now.bytes(), sealed.bytes());
  }

  /** Looks at a file of which a manifest speaks that cannot be relied on. */
  void lookAt(NamedFile claimed, String by) throws IOException {
    know(claimed.path());
    if (!files.exists(claimed.path()) || !files.describe(claimed.path()).sameContent(claimed)) {
      note("%s: whether it changed cannot be told without %s".formatted(claimed.path(), by));
    }
  }

  List<Difference> differences() {
    return List.copyOf(differences);
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  void notes(Collection<String> texts) {
    notes.addAll(texts);
  }

  void differences(Collection<Difference> found) {
    differences.addAll(found);
  }

  int compared() {
    return compared;
  }
}
