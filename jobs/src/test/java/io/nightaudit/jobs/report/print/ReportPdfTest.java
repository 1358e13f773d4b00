package io.nightaudit.jobs.report.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.nightaudit.jobs.report.Report;
import io.nightaudit.jobs.report.ReportHtml;
import io.nightaudit.jobs.report.ReportJson;
import io.nightaudit.jobs.report.SampleReports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

class ReportPdfTest {
  private static final Map<String, byte[]> RENDERED = new ConcurrentHashMap<>();

  static Stream<String> names() {
    return SampleReports.all().keySet().stream();
  }

  @ParameterizedTest
  @ValueSource(strings = {"breach", "missing", "incomplete", "hostile", "scripts"})
  void render_anyReport_isArchivableAndAccessible(String name) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();

    assertThat(broken(pdf(name), PDFAFlavour.PDFA_3_A)).isEmpty();
    assertThat(broken(pdf(name), PDFAFlavour.PDFUA_1)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void render_anyReport_printsNoBox(String name) throws Exception {
    assertThat(text(name)).doesNotContain("\uFFFD").doesNotContain("\u25A1");
  }

  @ParameterizedTest
  @MethodSource("names")
  void render_anyReport_carriesItsData(String name) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf(name))) {
      COSArray attached = document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.AF);
      PDComplexFileSpecification file =
          document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames().get("report.json");

      assertThat(attached).hasSize(1);
      assertThat(attached.getObject(0)).isSameAs(file.getCOSObject());
      assertThat(file.getCOSObject().getNameAsString("AFRelationship")).isEqualTo("Data");
      assertThat(file.getEmbeddedFile().toByteArray())
          .isEqualTo(ReportJson.write(SampleReports.all().get(name)));
    }
  }

  @Test
  void render_breach_saysItsAnswerOnPageOne() throws Exception {
    assertThat(text("breach", 1))
        .contains("Night of 24 June 2023")
        .contains("GPT-4 is wrong on every prime number.")
        .contains("The six families tonight")
        .contains("Nightaudit · night of 24 June 2023 · llmdrift", "Unsigned")
        .containsPattern("page 1 of \\d+")
        .doesNotContain("Recommendations");
  }

  @Test
  void render_breach_hasABookmarkForEachSection() throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf("breach"))) {
      List<String> outline = new ArrayList<>();
      titles(document.getDocumentCatalog().getDocumentOutline(), "", outline);

      assertThat(outline.get(0)).isEqualTo("Night of 24 June 2023");
      assertThat(outline)
          .contains("  1 Summary", "  2 Recommendations: roll back, 2 in all", "    5.1 Input")
          .contains("    Roll gpt-4 back to the release before 22 June");
      assertThat(outline.stream().filter(title -> title.matches("  \\d+ .*")).count())
          .isEqualTo(sections());
    }
  }

  @Test
  void render_charts_areDescribedByTheirNumbers() throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf("breach"))) {
      List<String> figures = new ArrayList<>();
      document.getDocument().getXrefTable().keySet().stream()
          .map(key -> document.getDocument().getObjectFromPool(key).getObject())
          .filter(org.apache.pdfbox.cos.COSDictionary.class::isInstance)
          .map(org.apache.pdfbox.cos.COSDictionary.class::cast)
          .filter(entry -> "Figure".equals(entry.getNameAsString(COSName.S)))
          .forEach(entry -> figures.add(entry.getString(COSName.ALT)));

      assertThat(figures).hasSizeGreaterThan(40).doesNotContainNull().doesNotContain("");
      assertThat(figures).anySatisfy(text -> assertThat(text).contains("prime", "97.6%"));
    }
  }

  @Test
  void render_hostileNames_areTextWithNumbersForWhatCannotBePrinted() throws Exception {
    assertThat(text("hostile").replaceAll("\\s+", ""))
        .contains("<script>alert(1)</script>")
        .contains("⟦U+202E⟧")
        .contains("${7*7}");
  }

  @Test
  void render_manyScripts_printsLettersOrTheirNumbers() throws Exception {
    assertThat(text("scripts", 1).replaceAll("\\s+", " "))
        .contains("Größe Ελλάδα Киев")
        .contains("U+4E2D U+6587")
        .contains("U+05E2 U+05D1")
        .contains("U+1F9EA U+1F98A")
        .contains("U+E000");
  }

  @Test
  void render_twice_givesTheSameBytes() {
    Report report = SampleReports.all().get("breach");

    assertThat(ReportPdf.render(report)).isEqualTo(pdf("breach"));
    assertThat(ReportPdf.render(ReportJson.read(ReportJson.write(report))))
        .isEqualTo(pdf("breach"));
  }

  @Test
  void render_inAnotherJvmLocaleAndZone_givesTheSameBytes(@TempDir Path folder) throws Exception {
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=ar",
                "-Duser.country=EG",
                "-Duser.timezone=Asia/Kathmandu",
                "-Dfile.encoding=ISO-8859-1",
                "-cp",
                System.getProperty("java.class.path"),
                Printed.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();

    assertThat(process.waitFor()).as(Files.readString(log)).isZero();
    assertThat(Files.readString(log).strip().lines().toList())
        .last()
        .isEqualTo(hash(pdf("quiet")) + " " + hash(pdf("breach")));
  }

  @Test
  void render_otherContent_givesAnotherId() throws Exception {
    assertThat(id(pdf("breach"))).isNotEqualTo(id(pdf("quiet")));
  }

  @Test
  void library_isTheOneThatTheWarningNames() {
    String jar =
        PdfRendererBuilder.class.getProtectionDomain().getCodeSource().getLocation().getPath();

    assertThat(ReportPdf.isAvailable()).isTrue();
    assertThat(jar).endsWith(ReportPdf.LIBRARY.replaceFirst("[^:]*:([^:]*):(.*)", "$1-$2.jar"));
  }

  @ParameterizedTest
  @EnumSource(PrintResource.class)
  void resource_each_isShipped(PrintResource resource) {
    assertThat(resource.bytes()).hasSizeGreaterThan(2000);
  }

  /** The shapes of the page are drawn as letters; a new one needs its letter. */
  @Test
  void shapes_ofThePage_areAllKnown() {
    String page =
        new String(ReportHtml.render(SampleReports.all().get("breach")), StandardCharsets.UTF_8);
    Matcher symbol = Pattern.compile("<symbol id=\"([^\"]+)\"").matcher(page);
    List<String> symbols = new ArrayList<>();
    while (symbol.find()) {
      symbols.add(symbol.group(1));
    }

    assertThat(symbols).isNotEmpty();
    assertThat(PrintPage.SHAPES).containsOnlyKeys(symbols);
    PrintPage.SHAPES
        .values()
        .forEach(shape -> assertThat(PrintGlyphs.SHIPPED.printable(shape)).isEqualTo(shape));
  }

  /** Prints the hashes of two documents, in the other order than they are made here. */
  static final class Printed {
    private Printed() {}

    public static void main(String[] arguments) {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      String quiet = hash(ReportPdf.render(SampleReports.all().get("quiet")));
      System.out.println(quiet + " " + hash(ReportPdf.render(SampleReports.all().get("breach"))));
    }
  }

  private static byte[] pdf(String name) {
    return RENDERED.computeIfAbsent(
        name, known -> ReportPdf.render(SampleReports.all().get(known)));
  }

  private static Map<String, String> broken(byte[] pdf, PDFAFlavour flavour) throws Exception {
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      Map<String, String> broken = new TreeMap<>();
      for (TestAssertion failed : validator.validate(parser).getTestAssertions()) {
        broken.put(
            failed.getRuleId().getClause() + "-" + failed.getRuleId().getTestNumber(),
            failed.getMessage() + " at " + failed.getLocation().getContext());
      }
      return broken;
    }
  }

  private static String text(String name) throws IOException {
    return text(name, Integer.MAX_VALUE);
  }

  private static String text(String name, int lastPage) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(name))) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setEndPage(lastPage);
      return stripper.getText(document);
    }
  }

  private static void titles(PDOutlineNode node, String indent, List<String> titles) {
    for (PDOutlineItem item : node.children()) {
      titles.add(indent + item.getTitle());
      titles(item, indent + "  ", titles);
    }
  }

  private static long sections() {
    String page =
        new String(ReportHtml.render(SampleReports.all().get("breach")), StandardCharsets.UTF_8);
    return Pattern.compile("<section ").matcher(page).results().count();
  }

  private static String id(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getDocument().getDocumentID().toString();
    }
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
