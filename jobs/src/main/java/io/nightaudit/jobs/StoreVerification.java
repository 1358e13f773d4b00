package io.nightaudit.jobs;

import io.nightaudit.jobs.cli.ExitStatus;
import io.nightaudit.jobs.cli.Refusal;
import io.nightaudit.jobs.cli.VerifyRequest;
import io.nightaudit.jobs.evidence.Verification;
import io.nightaudit.jobs.evidence.Verified;
import io.nightaudit.jobs.store.EvidenceFolder;
import java.io.IOException;
import java.io.PrintWriter;
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
    if (request.publicKey().isPresent()) {
      throw new Refusal(
          "this version signs nothing and checks no signature; leave --public-key out");
    }
    Verified verified =
        new Verification(
                store,
                new Verification.Request(
                    request.from(), request.to(), request.expectedHead(), Optional.empty()))
            .verify();
    VerifiedText text = new VerifiedText(request.store(), verified);
    out.print(request.json() ? text.json() : text.plain());
    return verified.holds() ? ExitStatus.DONE.code() : ExitStatus.DIFFERS.code();
  }
}
