package io.nightaudit.jobs.cli;

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
 * @param json whether the answer is for programs
 */
public record VerifyRequest(
    String store,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Optional<String> expectedHead,
    Optional<Path> publicKey,
    boolean json) {}
