package io.nightaudit.metrics.series;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** Public series with published results. */
final class PublicSeries {
  private PublicSeries() {}

  /** Flow of the Nile at Aswan, 1871-1970; G. W. Cobb, Biometrika 65(2), 1978; R datasets::Nile. */
  static double[] nile() {
    return new double[] {
      1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960,
      1180, 799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940,
      833, 701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768,
      845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771,
      676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797,
      923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740
    };
  }

  /**
   * Emissions of ozone-depleting substances in kilotonnes of CFC-11 equivalent, 1961-2014; M. I.
   * Hegglin et al., Twenty questions and answers about the ozone layer, 2014 (public domain), as in
   * TCPD datasets/ozone.
   */
  static double[] ozone() {
    return new double[] {
      380, 400, 440, 480, 510, 540, 580, 630, 660, 720, 770, 840, 910, 980, 1040, 1050, 1070, 1070,
      1110, 1080, 1040, 1100, 1090, 1150, 1180, 1280, 1360, 1460, 1410, 1320, 1190, 1080, 960, 820,
      760, 700, 640, 600, 590, 560, 530, 490, 480, 470, 450, 430, 410, 400, 390, 380, 370, 350, 340,
      320
    };
  }

  /** TCPD datasets/well_log. */
  static double[] wellLog() {
    return read("well-log.csv");
  }

  /** Monthly rainfall of Bogra with NaN for missing months, the fixture of pyMannKendall. */
  static double[] rainfall() {
    return read("monthly-rainfall-bogra.csv");
  }

  /**
   * Thirty measurements that are to have mean 10 and deviation 1; D. C. Montgomery, Introduction to
   * Statistical Quality Control, table 9.1.
   */
  static double[] montgomery() {
    return new double[] {
      9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.20, 10.34, 9.03, 11.47, 10.51, 9.40,
      10.08, 9.37, 10.62, 10.31, 8.52, 10.84, 10.90, 9.33, 12.29, 11.50, 10.60, 11.08, 10.38, 11.62,
      11.31, 10.52
    };
  }

  private static double[] read(String name) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(PublicSeries.class.getResourceAsStream(name), name),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split(",", -1)))
          .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
          .toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
