/**
 * The command line: reads arguments and the configuration, says what is wrong with them, and hands
 * over to the night. No class of Spark is loaded before the configuration is valid.
 */
package io.nightaudit.jobs.cli;
