/** The night: six stages from an archive to a report, and the command line that runs them. */
package io.nightaudit.jobs;
