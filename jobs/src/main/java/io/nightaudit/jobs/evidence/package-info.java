/**
 * The proof of the audit: what a night's manifest and a decision's entry say, the chains that they
 * form, and the check of a store against them, which needs neither Spark nor the archive.
 *
 * <p>Every file of a chain is one JSON object in the canonical form of RFC 8785, to the last byte,
 * with a digest of itself. A manifest names the files of its night by hash; each entry of a chain
 * names the one before it. Reads files through {@link io.nightaudit.jobs.evidence.EvidenceFiles}.
 */
package io.nightaudit.jobs.evidence;
