package io.nightaudit.jobs;

import io.nightaudit.jobs.cli.DecisionRequest;
import io.nightaudit.jobs.cli.DecisionRun;
import io.nightaudit.jobs.cli.ExitStatus;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.store.AuditStore;
import java.io.PrintWriter;

/** Keeps what people decide, and says what follows from it. */
final class DecisionDesk implements DecisionRun {
  @Override
  public int take(AuditConfiguration configuration, DecisionRequest request, PrintWriter out) {
    try (AuditStore store = DecisionBook.open(configuration, request.master())) {
      out.print(text(configuration, new DecisionBook(store), request));
    }
    return ExitStatus.DONE.code();
  }

  private static String text(
      AuditConfiguration configuration, DecisionBook book, DecisionRequest request) {
    if (request instanceof DecisionRequest.Decide decide) {
      return new Deciding(book, configuration.archive().timezone()).take(decide);
    }
    if (request instanceof DecisionRequest.SignOff signOff) {
      return new SigningOff(book).take(signOff);
    }
    Holding holding = new Holding(book);
    if (request instanceof DecisionRequest.AddHold add) {
      return holding.add(add);
    }
    return request instanceof DecisionRequest.ReleaseHold release
        ? holding.release(release)
        : holding.list();
  }
}
