package io.nightaudit.metrics;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Which question may use the answers of which other; and that none knows where numbers come from.
 */
class PackagesTest {
  private static final String ROOT = "io.nightaudit.metrics.";

  /** What each package may use besides itself, Commons Statistics and the JDK. */
  private static final Map<String, List<String>> MAY_USE =
      Map.of(
          "summary", List.of(),
          "text", List.of("summary"),
          "distance", List.of("summary"),
          "significance", List.of("summary"),
          "interval", List.of("summary"),
          "series", List.of("summary", "interval"),
          "attribution", List.of("summary", "interval", "significance"),
          "decision", List.of("summary", "interval", "attribution", "series"),
          "pricing", List.of());

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.nightaudit.metrics");

  @TestFactory
  Stream<DynamicTest> package_each_usesOnlyWhatItMay() {
    return MAY_USE.keySet().stream()
        .sorted()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () ->
                        noClasses()
                            .that()
                            .resideInAPackage(ROOT + name)
                            .should()
                            .dependOnClassesThat(resideInAnyPackage(forbiddenTo(name)))
                            .check(CLASSES)));
  }

  @Test
  void packages_all_haveNoCycles() {
    slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void library_whole_knowsNoEngine() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "org.apache.spark..", "io.delta..", "org.apache.hadoop..", "scala.."))
        .check(CLASSES);
  }

  private static String[] forbiddenTo(String name) {
    return MAY_USE.keySet().stream()
        .filter(other -> !other.equals(name) && !MAY_USE.get(name).contains(other))
        .map(other -> ROOT + other)
        .toArray(String[]::new);
  }
}
