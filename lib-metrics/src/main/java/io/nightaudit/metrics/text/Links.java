package io.nightaudit.metrics.text;

/** Counts links by the word that begins them: http://, https:// or www. */
final class Links {
  private static final int WWW = Terms.raw("www");
  private static final int HTTP = Terms.raw("http");
  private static final int HTTPS = Terms.raw("https");

  long count;

  /** Where the last link began, or −1. */
  int last;

  private int body;

  void clear() {
    count = 0;
    last = body = -1;
  }

  /** Looks at a word that a colon or full stop and at least two more bytes follow. */
  void word(byte[] buffer, int start, int index, int term) {
    boolean scheme = term == HTTP || term == HTTPS;
    if (scheme && buffer[index] == ':' && buffer[index + 1] == '/' && buffer[index + 2] == '/') {
      body = index + 3;
      add(start);
    } else if (term == WWW && buffer[index] == '.' && buffer[index + 1] > ' ' && start != body) {
      add(start);
    }
  }

  private void add(int start) {
    count++;
    last = start;
  }
}
