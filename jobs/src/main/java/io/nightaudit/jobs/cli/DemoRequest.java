package io.nightaudit.jobs.cli;

import java.nio.file.Path;

/**
 * What {@code demo} was asked for.
 *
 * @param folder where the archive, the configuration and the store are written
 * @param verbose whether errors come with their stack trace
 * @param progress whether standard error is a terminal that shows progress
 */
public record DemoRequest(Path folder, boolean verbose, boolean progress) {}
