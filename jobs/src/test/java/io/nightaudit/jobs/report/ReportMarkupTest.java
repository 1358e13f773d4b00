package io.nightaudit.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rendered pages, as validators and readers for the blind see them. */
class ReportMarkupTest {
  private static final Path VALIDATOR = Path.of("target", "html-validator").toAbsolutePath();
  private static final Path AXE = Path.of("src", "test", "axe").toAbsolutePath();

  /**
   * What the validator holds against pages on purpose. The roles of tables say what the elements
   * mean already, until a narrow screen shows rows as blocks: then some browsers forget it. The
   * pseudo-element opens folds on paper, and is younger than the validator.
   */
  private static final List<Pattern> ON_PURPOSE =
      List.of(
          Pattern.compile("The “role” attribute must not be used on a “t[dhr]” element which .*"),
          Pattern.compile("CSS: Unknown pseudo-element or pseudo-class “::details-content”\\."));

  @TempDir private Path folder;

  @Test
  void pages_all_areValidHtml() throws Exception {
    assumeTrue(
        Files.isDirectory(VALIDATOR),
        "needs the HTML validator, which the build copies to " + VALIDATOR + " (not -DskipTests)");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", VALIDATOR + "/*"));
    command.add("nu.validator.client.SimpleCommandLineValidator");
    command.addAll(List.of("--errors-only", "--format", "json", "--stdout", "--exit-zero-always"));
    command.addAll(pages(SampleReports.all()));

    Commands validated = Commands.run(folder, command);

    TreeSet<String> errors = new TreeSet<>();
    for (JsonNode message : new ObjectMapper().readTree(validated.output()).path("messages")) {
      String text = message.path("message").asText();
      if (ON_PURPOSE.stream().noneMatch(known -> known.matcher(text).matches())) {
        errors.add(
            Path.of(message.path("url").asText().replaceFirst("^file:", "")).getFileName()
                + ":"
                + message.path("lastLine").asText()
                + " "
                + text);
      }
    }
    assertThat(validated.status()).as(validated.output()).isZero();
    assertThat(errors).isEmpty();
  }

  /** The validator finds what is wrong, so that its silence above means something. */
  @Test
  void page_broken_isNotValid() throws Exception {
    assumeTrue(Files.isDirectory(VALIDATOR), "needs the HTML validator in " + VALIDATOR);
    Path page = folder.resolve("broken.html");
    Files.writeString(
        page, "<!DOCTYPE html><html lang=en><title>x</title><p><dt>wrong</dt></p></html>");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            VALIDATOR + "/*",
            "nu.validator.client.SimpleCommandLineValidator",
            "--errors-only",
            "--stdout",
            page.toString());

    assertThat(Commands.run(folder, command).output()).contains("dt");
  }

  @Test
  void pages_readAloud_breakNoRuleOfAccessibility() throws Exception {
    assumeTrue(
        Commands.has("node") && Commands.has("npm"),
        "needs node and npm on the search path, to run axe-core");
    Commands installed = install();
    assumeTrue(
        installed.status() == 0, "needs axe-core and jsdom from the npm registry: " + installed);
    List<String> command = new ArrayList<>(List.of("node", AXE + "/check.cjs", axe().toString()));
    command.addAll(pages(Map.of("breach", ReportFixture.breach())));

    Commands checked = Commands.run(folder, command);

    assertThat(checked.status()).as(checked.output()).isZero();
    assertThat(checked.output().lines().toList())
        .hasSize(1)
        .allMatch(line -> line.matches("\\w+\\.html: \\d\\d+ rules passed"));
  }

  /** Installs once; the folder outlives the test. */
  private static Commands install() throws IOException, InterruptedException {
    if (Files.isDirectory(axe().resolve("node_modules/axe-core"))) {
      return new Commands(0, "there already");
    }
    Files.createDirectories(axe());
    for (String file : List.of("package.json", "package-lock.json")) {
      Files.write(axe().resolve(file), Files.readAllBytes(AXE.resolve(file)));
    }
    return Commands.run(axe(), List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"));
  }

  private static Path axe() {
    return Path.of("target", "axe").toAbsolutePath();
  }

  private List<String> pages(Map<String, Report> reports) throws IOException {
    List<String> files = new ArrayList<>();
    for (Map.Entry<String, Report> report : reports.entrySet()) {
      Path file = folder.resolve(report.getKey() + ".html");
      Files.write(file, ReportHtml.render(report.getValue()));
      files.add(file.toString());
    }
    return files;
  }
}
