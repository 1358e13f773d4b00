package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The sample with two nights more, and everything that people decided meanwhile: built once, and
 * only read.
 *
 * <p>After night 9 a finding is accepted, a rollback deferred and then approved, the report read,
 * and a hold placed; after night 10 the release is accepted, the rollback carried out, and the hold
 * released.
 */
final class DecidedStore {
  static final int LAST = SampleNight.NIGHTS;

  /** The sample is too short for a rollback by the default policy. */
  private static final List<String> POLICY =
      List.of(
          "--set=policy.baseline-nights=14",
          "--set=policy.alarms.false-per-month=10",
          "--set=policy.rollback.minimum-placebos=1");

  private static DecidedStore shared;

  private final Path folder;
  private final SampleArchive archive;
  private final Path store;
  private final Map<String, Audit> audits = new TreeMap<>();
  private final String finding;
  private final String release;
  private final String rollback;
  private final Map<String, String> reportsOfTheLastNight = new TreeMap<>();

  static synchronized DecidedStore shared() {
    if (shared == null) {
      try {
        shared = new DecidedStore();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return shared;
  }

  private DecidedStore() throws IOException {
    Path root = Files.createDirectories(Path.of("target", "sample").toAbsolutePath());
    folder = Files.createTempDirectory(root, "decided");
    archive = SampleArchive.write(folder.resolve("sample"), LAST + 2, 2);
    store = SampleStore.shared().copy(folder.resolve("store"));
    run(store, LAST);
    finding = open(LAST, "metric = 'answer_characters' AND kind LIKE 'score%'");
    rollback = recommended(LAST);
    for (String name : List.of("report.json", "report.html", "verdict.json")) {
      reportsOfTheLastNight.put(name, report(LAST, name));
    }
    afterTheLastNight();
    run(store, LAST + 1);
    release = open(LAST + 1, "kind = 'release'");
    afterOneNightMore();
    run(store, LAST + 2);
  }

  private void afterTheLastNight() {
    take("accepted", "accept", finding, "--by=ops", "--reason=shorter answers, as planned");
    take("again", "accept", finding, "--by= ops", "--reason=shorter answers, as planned ");
    take("deferred", decide("--answer=defer", "--by=ops", "--reason=look tomorrow"));
    String[] approval =
        decide(
            "--answer=approve",
            "--by=<b>lead</b>",
            "--reason=answers are worse",
            "--serious-incident-suspected=yes");
    take("approved", approval);
    take("approved again", approval);
    take("signed", signOff("--by=officer", "--role=compliance officer", "--comment=read in full"));
    take(
        "signed again",
        signOff("--by=officer", "--role=compliance officer", "--comment=read in full"));
    take("signed too", signOff("--by=ops", "--role=on call"));
    take("held", "hold", "add", "--by=legal", "--reason=request of the authority");
    take("held again", "hold", "add", "--by=legal", "--reason=request of the authority");
    take(
        "held some",
        "hold",
        "add",
        "--by=legal",
        "--reason=complaint",
        "--from=" + SampleNight.date(2),
        "--to=" + SampleNight.date(3));
  }

  private void afterOneNightMore() {
    take("released", "accept", release, "--by=ops", "--reason=the new release stays");
    String[] execution =
        decide(
            "--answer=approve",
            "--by=ops",
            "--reason=deployed",
            "--executed-at=" + SampleNight.date(LAST + 2) + "T00:00:00Z");
    take("executed", execution);
    take("executed again", execution);
    String hold =
        StoreContent.table(store, "decisions")
            .where("reason = 'complaint'")
            .first()
            .getAs("subject");
    take("hold released", "hold", "release", hold, "--by=legal", "--reason=settled");
    take("hold released again", "hold", "release", hold, "--by=legal", "--reason=settled");
    take("holds", "hold", "list");
  }

  private String[] decide(String... more) {
    return arguments(List.of("decide", rollback), more);
  }

  private static String[] signOff(String... more) {
    return arguments(List.of("sign-off", "--night=" + SampleNight.date(LAST)), more);
  }

  private static String[] arguments(List<String> first, String... more) {
    return Stream.concat(first.stream(), Stream.of(more)).toArray(String[]::new);
  }

  private void take(String name, String... arguments) {
    audits.put(name, command(arguments));
  }

  /** Runs a command on the store; one that is refused changes nothing. */
  Audit command(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--config=" + archive.configuration());
    if (all.stream().noneMatch(argument -> argument.startsWith("--store="))) {
      all.add("--store=" + store);
    }
    return Audit.run(all.toArray(String[]::new));
  }

  /** Runs one night of the sample into a store. */
  void run(Path into, int night) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                "--config=" + archive.configuration(),
                "--store=" + into,
                "--night=" + SampleNight.date(night)));
    arguments.addAll(POLICY);
    Audit audit = Audit.run(arguments.toArray(String[]::new));
    assertThat(audit.status()).as(audit.err()).isZero();
  }

  private String open(int night, String condition) {
    return StoreContent.table(store, "findings")
        .where("night = '" + SampleNight.date(night) + "' AND " + condition)
        .orderBy("slice", "metric", "id")
        .first()
        .getAs("id");
  }

  private String recommended(int night) {
    return StoreContent.table(store, "recommendations")
        .where("night = '" + SampleNight.date(night) + "' AND action = 'ROLL_BACK'")
        .first()
        .getAs("id");
  }

  String report(int night, String name) throws IOException {
    return Files.readString(reportFile(night, name), StandardCharsets.UTF_8);
  }

  Path reportFile(int night, String name) {
    return store.resolve("reports/" + SampleNight.date(night) + "/" + name);
  }

  /** What a command said when the store was built. */
  Audit audit(String name) {
    return audits.get(name);
  }

  Path folder() {
    return folder;
  }

  Path store() {
    return store;
  }

  SampleArchive archive() {
    return archive;
  }

  /** The accepted finding. */
  String finding() {
    return finding;
  }

  /** The accepted release. */
  String release() {
    return release;
  }

  /** The rollback that was approved and carried out. */
  String rollback() {
    return rollback;
  }

  /** A file of the report of night 9 as it was before anything was decided. */
  String before(String name) {
    return reportsOfTheLastNight.get(name);
  }
}
