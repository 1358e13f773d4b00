package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.AuditConfiguration;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What {@code verify} was asked for.
 *
 * @param store the folder of the audit store
 * @param from the first night; all from the beginning where absent
 * @param to the last night; all to the end where absent
 * @param expectedHead the digest of a manifest that must be in the chain
 * @param publicKey the key that manifests must be signed by
 * @param authority the certificate that time stamps must come from
 * @param recompute what reports are made again from, and compared with
 * @param json whether the answer is for programs
 */
public record VerifyRequest(
    String store,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Optional<String> expectedHead,
    Optional<Path> publicKey,
    Optional<Path> authority,
    Optional<Recompute> recompute,
    boolean json) {

  /**
   * That reports are made again.
   *
   * @param configuration what the nights were audited with
   * @param source what they are made from
   */
  public record Recompute(AuditConfiguration configuration, Source source) {}

  /** What a report can be made from. */
  public enum Source {
    /** The profiles in the store. */
    PROFILES,
    /** The archive, where that is still there. */
    ARCHIVE
  }
}
