/**
 * Typed, validated, versioned configuration: what the user decides, apart from what is measured.
 */
package io.nightaudit.jobs.policy;
