package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.evidence.Verified;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The command that checks a store. */
class VerifyTest {
  private final Path store = SealedStore.shared().store();

  @Test
  void verify_storeAsItWasWritten_holds() throws IOException {
    Verified verified = SealedStore.verify(store);
    assertThat(verified.differences()).isEmpty();
    assertThat(verified.notes()).isEmpty();
    System.out.println(verified);
    System.out.println(Audit.run("verify", "--store=" + store).out());
  }
}
