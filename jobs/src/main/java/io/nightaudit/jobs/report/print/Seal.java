package io.nightaudit.jobs.report.print;

import io.nightaudit.jobs.report.Report.Identity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** Gives a document an id of its content, the night's time, and {@code report.json} with it. */
final class Seal {
  private static final String ATTACHED = "report.json";

  private final byte[] json;
  private final Instant cutOff;

  Seal(Identity identity, byte[] json) {
    this.json = json.clone();
    this.cutOff = cutOff(identity.windowTo());
  }

  void on(PDDocument document) throws IOException {
    document.setDocumentId(ByteBuffer.wrap(sha256(json)).getLong());
    document.getDocumentInformation().setCreationDate(calendar());
    document.getDocumentInformation().setModificationDate(calendar());
    byte[] metadata = Metadata.of(document.getDocumentInformation(), cutOff.toString());
    document.getDocumentCatalog().getMetadata().importXMPMetadata(metadata);
    attach(document);
  }

  /** A window that is no time, as a broken report may have, counts as the start of all times. */
  private static Instant cutOff(String windowTo) {
    try {
      return OffsetDateTime.parse(windowTo).toInstant();
    } catch (DateTimeParseException notATime) {
      return Instant.EPOCH;
    }
  }

  private Calendar calendar() {
    Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    calendar.setTimeInMillis(cutOff.toEpochMilli());
    return calendar;
  }

  private void attach(PDDocument document) throws IOException {
    PDEmbeddedFile content =
        new PDEmbeddedFile(document, new ByteArrayInputStream(json), COSName.FLATE_DECODE);
    content.setSubtype("application/json");
    content.setSize(json.length);
    content.setCreationDate(calendar());
    content.setModDate(calendar());
    PDComplexFileSpecification file = new PDComplexFileSpecification();
    file.setFile(ATTACHED);
    file.setFileUnicode(ATTACHED);
    file.setFileDescription("The whole report as data, from which this document was made");
    file.setEmbeddedFile(content);
    file.setEmbeddedFileUnicode(content);
    file.getCOSObject().setName("AFRelationship", "Data");
    PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
    files.setNames(Map.of(ATTACHED, file));
    PDDocumentCatalog catalog = document.getDocumentCatalog();
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(catalog);
    names.setEmbeddedFiles(files);
    catalog.setNames(names);
    catalog.getCOSObject().setItem("AF", new COSArray(List.of(file.getCOSObject())));
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
