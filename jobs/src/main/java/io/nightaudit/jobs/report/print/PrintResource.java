package io.nightaudit.jobs.report.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The files that lie beside this class: fonts and the colour profile. */
enum PrintResource {
  REGULAR("DejaVuSansCondensed.ttf"),
  BOLD("DejaVuSansCondensed-Bold.ttf"),
  MONO("DejaVuSansMono.ttf"),
  COLOURS("srgb.icc");

  private final String file;

  PrintResource(String file) {
    this.file = file;
  }

  InputStream open() {
    InputStream in = PrintResource.class.getResourceAsStream(file);
    if (in == null) {
      throw new IllegalStateException("the class path lacks " + file + "; build the jar again");
    }
    return in;
  }

  byte[] bytes() {
    try (InputStream in = open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
