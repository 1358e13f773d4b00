package io.nightaudit.jobs;

import io.nightaudit.jobs.cli.ExitStatus;
import io.nightaudit.jobs.cli.Refusal;
import io.nightaudit.jobs.cli.VerifyRequest;
import io.nightaudit.jobs.evidence.Verification;
import io.nightaudit.jobs.evidence.Verified;
import io.nightaudit.jobs.signature.SignatureException;
import io.nightaudit.jobs.signature.VerificationKey;
import io.nightaudit.jobs.store.EvidenceFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Checks a store against its manifests, without Spark. */
final class StoreVerification {
  private final VerifyRequest request;

  StoreVerification(VerifyRequest request) {
    this.request = request;
  }

  /** Prints what was found and returns the exit status. */
  int run(PrintWriter out) throws IOException {
    EvidenceFolder store = EvidenceFolder.at(request.store());
    if (!store.isStore()) {
      throw new Refusal(
          "there is no audit store at %s; name one with --store".formatted(request.store()));
    }
    Verified verified =
        new Verification(
                store,
                new Verification.Request(
                    request.from(),
                    request.to(),
                    request.expectedHead(),
                    Optional.of(signatures())))
            .verify();
    if (request.recompute().isPresent()) {
      verified = new Recomputation(store, request).with(verified);
    }
    VerifiedText text = new VerifiedText(request.store(), verified);
    out.print(request.json() ? text.json() : text.plain());
    return verified.holds() ? ExitStatus.DONE.code() : ExitStatus.DIFFERS.code();
  }

  private StoreSignatures signatures() {
    return new StoreSignatures(
        request.publicKey().map(StoreVerification::key),
        request.authority().map(StoreVerification::text));
  }

  private static VerificationKey key(Path file) {
    try {
      return VerificationKey.ofPem(text(file), file.toString());
    } catch (SignatureException e) {
      throw new Refusal(e.getMessage());
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new Refusal("%s cannot be read; is it there, and yours?".formatted(file));
    }
  }
}
