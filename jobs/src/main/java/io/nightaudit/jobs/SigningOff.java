package io.nightaudit.jobs;

import io.nightaudit.jobs.cli.DecisionRequest.SignOff;
import io.nightaudit.jobs.cli.Refusal;
import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.finding.DecisionDetails.Signed;
import io.nightaudit.jobs.finding.DecisionDetails.Words;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Keeps that a person has read a report. */
final class SigningOff {
  private static final String REPORT = "report.json";
  private static final String READ = "read";

  private final DecisionBook book;

  SigningOff(DecisionBook book) {
    this.book = book;
  }

  String take(SignOff request) {
    long night = request.night().toEpochDay();
    byte[] report = book.store().reports().read(night, REPORT).orElseThrow(() -> missing(request));
    Signed signed = new Signed(night, request.role(), sha256(report));
    Decision decision =
        Decision.taken(
            request.night().toString(),
            READ,
            new Words(request.by(), request.comment()),
            book.nextNight(),
            signed);
    Optional<Decision> before = book.decisions().stream().filter(decision::repeats).findFirst();
    Decision kept = before.orElseGet(() -> book.append(decision));
    return new DecisionText(
            "%s: the report of the night of %s, by %s as %s"
                .formatted(
                    before.isPresent() ? "Signed before" : "Signed",
                    request.night(),
                    request.by(),
                    request.role()))
        .decision(kept, before.isPresent())
        .line("report.json", signed.reportSha256())
        .actsFrom(kept.effectiveNight())
        .toString();
  }

  private Refusal missing(SignOff request) {
    return new Refusal(
        "the night of %s has no report in this store; run it first: nightaudit run --night %s"
            .formatted(request.night(), request.night()));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
