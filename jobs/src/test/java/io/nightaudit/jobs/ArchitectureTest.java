package io.nightaudit.jobs;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The arrows between the packages: which may know which, and which may know Spark. */
class ArchitectureTest {
  private static final String ROOT = "io.nightaudit.jobs";
  private static final String METRICS = "io.nightaudit.metrics";

  /** A stage may use an earlier one's records, never a later one's; to explain comes after all. */
  private static final List<String> STAGES =
      List.of(
          "archive", "profile", "comparison", "finding", "recommendation", "report", "explanation");

  /** What reads, moves or stores rows; all other packages are judgement, tested without Spark. */
  private static final List<String> WITH_SPARK =
      List.of("archive", "profile", "store", "demo", "benchmark", "sql");

  private static final String[] SPARK = {
    "org.apache.spark..", "org.apache.hadoop..", "org.apache.parquet..", "io.delta..", "scala.."
  };

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.nightaudit");

  @TestFactory
  Stream<DynamicTest> stage_each_knowsNoLaterOne() {
    return STAGES.stream()
        .limit(STAGES.size() - 1)
        .map(
            stage ->
                DynamicTest.dynamicTest(
                    stage,
                    () ->
                        noClasses()
                            .that()
                            .resideInAPackage(stage(stage))
                            .should()
                            .dependOnClassesThat(resideInAnyPackage(laterThan(stage)))
                            .check(CLASSES)));
  }

  /** The catalogue is known to all and knows nobody; the policy knows it alone. */
  @Test
  void metric_dependsOn_noOtherPackage() {
    noClasses()
        .that()
        .resideInAPackage(stage("metric"))
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + "..").and(not(resideInAPackage(stage("metric")))))
        .check(CLASSES);
  }

  @Test
  void policy_dependsOn_metricAlone() {
    noClasses()
        .that()
        .resideInAPackage(stage("policy"))
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + "..")
                .and(not(resideInAnyPackage(stage("policy"), stage("metric")))))
        .check(CLASSES);
  }

  @Test
  void judgement_anywhere_knowsNoSpark() {
    noClasses()
        .that(
            resideInAPackage(ROOT + ".*..")
                .and(
                    not(
                        resideInAnyPackage(
                            WITH_SPARK.stream()
                                .map(ArchitectureTest::stage)
                                .toArray(String[]::new)))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(SPARK)
        .check(CLASSES);
  }

  /** The night as a whole lies in the root package; a stage never reads or writes a table. */
  @Test
  void store_isTouchedBy_theRootAndTheCommandsAlone() {
    noClasses()
        .that(
            resideInAPackage(ROOT + ".*..")
                .and(not(resideInAnyPackage(stage("store"), stage("cli")))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(stage("store"))
        .check(CLASSES);
  }

  /** A check of a store must need nothing of what wrote it. */
  @Test
  void evidence_dependsOn_noOtherPackage() {
    noClasses()
        .that()
        .resideInAPackage(stage("evidence"))
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + "..").and(not(resideInAPackage(stage("evidence")))))
        .check(CLASSES);
  }

  @Test
  void stages_each_knowNeitherCommandsNorTheRoot() {
    noClasses()
        .that(resideInAPackage(ROOT + ".*..").and(not(resideInAPackage(stage("cli")))))
        .should()
        .dependOnClassesThat(resideInAnyPackage(ROOT, stage("cli")))
        .check(CLASSES);
  }

  @Test
  void sql_dependsOn_theLibraryAlone() {
    noClasses()
        .that()
        .resideInAPackage(stage("sql"))
        .should()
        .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAPackage(stage("sql")))))
        .check(CLASSES);
  }

  @Test
  void metrics_library_knowsNumbersCountsAndTextAlone() {
    noClasses()
        .that()
        .resideInAPackage(METRICS + "..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(SPARK)
                .or(resideInAnyPackage(ROOT + "..", "java.nio.file..", "java.net.."))
                .or(nameMatching("java\\.io\\.(File|RandomAccessFile).*")))
        .check(CLASSES);
  }

  @Test
  void packages_ofJobs_haveNoCycle() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void packages_ofMetrics_haveNoCycle() {
    slices().matching(METRICS + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  /** Charts and wording know the records that they draw, and not what composes them. */
  @Test
  void report_partsOfIt_knowNoComposer() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".report.chart", ROOT + ".report.wording")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(".*\\.report\\.\\w*(Composer|View|Answer)")
        .check(CLASSES);
  }

  /** A period is made of what the nights left; no night knows of it. */
  @Test
  void period_isKnownTo_theRootAlone() {
    noClasses()
        .that(resideInAPackage(ROOT + ".*..").and(not(resideInAPackage(ROOT + ".report.period.."))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".report.period..")
        .check(CLASSES);
  }

  @Test
  void names_everywhere_sayWhatAClassIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Utils?|Utilities|Helpers?|Manager|Common)")
        .check(CLASSES);
  }

  private static String stage(String name) {
    return ROOT + "." + name + "..";
  }

  private static String[] laterThan(String stage) {
    return STAGES.subList(STAGES.indexOf(stage) + 1, STAGES.size()).stream()
        .map(ArchitectureTest::stage)
        .toArray(String[]::new);
  }
}
