/**
 * Signs statements about a night and checks them: DSSE envelopes by an Ed25519 or ECDSA key, and
 * RFC 3161 time stamps. Knows bytes and keys, and nothing of nights or stores.
 */
package io.nightaudit.jobs.signature;
