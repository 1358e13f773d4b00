package io.nightaudit.jobs.profile;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/** Short texts that recur, decoded once; what does not recur cannot fill the memory. */
final class Strings {
  private static final int LIMIT = 50_000;

  private final Map<UTF8String, String> known = new HashMap<>();

  String of(UTF8String text) {
    String string = known.get(text);
    if (string == null) {
      if (known.size() >= LIMIT) {
        known.clear();
      }
      string = text.toString();
      known.put(text.copy(), string);
    }
    return string;
  }
}
