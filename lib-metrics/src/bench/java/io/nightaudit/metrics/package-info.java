/** Measurements with JMH; run with {@code mvn -Pbench -pl lib-metrics -am}. */
package io.nightaudit.metrics;
