package io.nightaudit.jobs;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Calls whose result depends on the machine: its locale, its clock, its processor, its luck. */
class CallsTest {
  private static final String ROOT = "io.nightaudit.jobs";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.nightaudit");

  /**
   * Java specifies these to the last bit in StrictMath only; sqrt, abs and floor it does in both.
   */
  private static final Set<String> INEXACT =
      Set.of(
          "exp", "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot", "sin", "cos", "tan",
          "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh");

  private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"");

  /** A conversion that prints digits or separators in the way of a locale. */
  private static final Pattern CONVERSION = Pattern.compile("%[-#+0,(\\d.$]*[defgaEGA]");

  @Test
  void format_everywhere_namesItsLocale() {
    forbid(
        call ->
            call.getTargetOwner().isEquivalentTo(String.class)
                && call.getName().equals("format")
                && !call.getTarget().getRawParameterTypes().get(0).isEquivalentTo(Locale.class));
  }

  @Test
  void caseChange_everywhere_namesItsLocale() {
    forbid(
        call ->
            call.getTargetOwner().isEquivalentTo(String.class)
                && Set.of("toLowerCase", "toUpperCase").contains(call.getName())
                && call.getTarget().getRawParameterTypes().isEmpty());
  }

  @Test
  void digits_ofEveryFormat_areThoseOfTheRootLocale() throws IOException {
    List<String> found = new ArrayList<>();
    int allowed = 0;
    for (Path source : sources()) {
      String text = Files.readString(source);
      for (Matcher literal = LITERAL.matcher(text); literal.find(); ) {
        if (CONVERSION.matcher(literal.group()).find()) {
          if (text.substring(0, literal.start()).stripTrailing().endsWith("Locale.ROOT,")) {
            allowed++;
          } else {
            found.add(source.getFileName() + ": " + literal.group());
          }
        }
      }
    }
    assertThat(found).as("write %s, or String.format(Locale.ROOT, …)").isEmpty();
    assertThat(allowed).as("formats of digits").isPositive();
  }

  @Test
  void math_everywhere_isStrict() {
    forbid(
        call ->
            call.getTargetOwner().isEquivalentTo(Math.class) && INEXACT.contains(call.getName()));
  }

  @Test
  void random_everywhere_isSeeded() {
    forbid(
        call ->
            call.getTargetOwner().isEquivalentTo(Math.class) && call.getName().equals("random"));
    noClasses().should().callConstructor(Random.class).check(CLASSES);
  }

  /** The ledger of runs and the lease of a store tell the time; nothing that is hashed does. */
  @Test
  void clockAndChance_areRead_byTheRootTheCommandsAndTheStoreAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT, ROOT + ".cli..", ROOT + ".store..")
        .should(callMethodWhere(described(CallsTest::differsByRun)))
        .check(CLASSES);
  }

  private static boolean differsByRun(JavaMethodCall call) {
    return call.getTargetOwner().getPackageName().startsWith("java.time")
            && call.getName().equals("now")
        || Set.of("currentTimeMillis", "nanoTime", "randomUUID").contains(call.getName());
  }

  @Test
  void standardStreams_areWritten_byTheRootAndTheCommandsAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT, ROOT + ".cli..")
        .should(ACCESS_STANDARD_STREAMS)
        .check(CLASSES);
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.logging..")
        .check(CLASSES);
  }

  private static void forbid(Predicate<JavaMethodCall> calls) {
    noClasses().should(callMethodWhere(described(calls))).check(CLASSES);
  }

  private static DescribedPredicate<JavaMethodCall> described(Predicate<JavaMethodCall> calls) {
    return DescribedPredicate.describe("result depends on the machine", calls);
  }

  private static List<Path> sources() {
    List<Path> sources = new ArrayList<>();
    for (String module : List.of("lib-metrics", "jobs")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
        files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return sources;
  }
}
