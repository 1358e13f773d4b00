/**
 * The report on paper: {@code report.pdf}, PDF/A-3a and PDF/UA-1, from the templates of the page.
 *
 * <p>What lays it out is a library under the LGPL, which stays outside the shaded jar: only {@link
 * io.nightaudit.jobs.report.print.ReportPdf} is used from elsewhere, and it loads without it.
 */
package io.nightaudit.jobs.report.print;
