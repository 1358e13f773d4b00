package io.nightaudit.jobs.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in the file, the reader gives a configuration or says what is wrong. */
class MutatedConfigurationTest {
  private static final int MUTATIONS = 3000;
  private static final List<String> PIECES =
      List.of(
          ":",
          " ",
          "\n",
          "  ",
          "{",
          "}",
          "[",
          "]",
          "-",
          "'",
          "\"",
          "&a ",
          "*a",
          "!!str ",
          "#",
          "?",
          "|",
          ">",
          "%",
          "@",
          "null",
          "true",
          "1e999",
          "-0",
          "99999999999999999999",
          ".",
          "~",
          "\t",
          "\u0000",
          "\ud83d",
          "é",
          "<<: ",
          "%YAML 9.9\n",
          "---\n",
          "off",
          "{}",
          "[]");

  @TempDir private Path folder;

  @Test
  void read_mutated_throwsNothingElse() throws Exception {
    SplittableRandom random = new SplittableRandom(20261122);
    int valid = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      String text = Configurations.FULL;
      for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
        text = mutate(text, random);
      }
      valid += isValid(text) ? 1 : 0;
    }
    assertThat(valid).isBetween(1, MUTATIONS / 2);
  }

  private boolean isValid(String text) {
    try {
      // Replaced as the encoding of files does it: half of a pair is not a character.
      Path file = Configurations.write(folder, text.replace("\ud83d", "?"));
      ConfigurationHash.of(ConfigurationFile.read(file, List.of(), Map.of()));
      return true;
    } catch (ConfigurationException e) {
      assertThat(e.problems()).as(text).isNotEmpty().allMatch(problem -> problem.length() > 10);
      return false;
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("not a readable problem, of:\n" + text, e);
    }
  }

  private static String mutate(String text, SplittableRandom random) {
    int from = random.nextInt(text.length());
    int to = Math.min(text.length(), from + random.nextInt(12));
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, from) + text.substring(to);
      case 1 -> text.substring(0, from) + piece(random) + text.substring(from);
      case 2 -> text.substring(0, from) + piece(random) + text.substring(to);
      default -> withoutLine(text, random);
    };
  }

  private static String withoutLine(String text, SplittableRandom random) {
    List<String> lines = text.lines().toList();
    int line = random.nextInt(lines.size());
    String other = lines.get(random.nextInt(lines.size()));
    return text.replace(lines.get(line), random.nextBoolean() ? "" : other) + "\n";
  }

  private static String piece(SplittableRandom random) {
    return PIECES.get(random.nextInt(PIECES.size()));
  }
}
