/** Could it be chance? Tests of two samples and the correction for many of them. */
package io.nightaudit.metrics.significance;
