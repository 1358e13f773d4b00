/** Measures the speed of a night: an archive of any size, the bare scan of it, and the heap. */
package io.nightaudit.jobs.benchmark;
