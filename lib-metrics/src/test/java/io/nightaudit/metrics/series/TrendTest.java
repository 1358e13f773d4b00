package io.nightaudit.metrics.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TrendTest {
  // R datasets::Nile, 1871-1970
  private static final double[] NILE = {
    1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180,
    799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833,
    701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845,
    864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649,
    846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975, 815,
    1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740
  };

  @Test
  void mannKendall_nile_equalsPublished() {
    // Nile as in TCPD; as R trend::mk.test(Nile)
    MannKendall trend = MannKendall.of(NILE);
    assertThat(trend.s()).isEqualTo(-1387);
    assertThat(trend.variance()).isCloseTo(112728.333, within(0.001));
    assertThat(trend.z()).isCloseTo(-4.1280665, within(5e-7));
    assertThat(trend.pValue()).isCloseTo(3.6583e-05, within(5e-9));
  }

  @Test
  void senSlope_nile_equalsPublished() {
    // As R trend::sens.slope(Nile)
    SenSlope slope = SenSlope.of(NILE, 0.95);
    assertThat(slope.slope()).isCloseTo(-2.6, within(1e-12));
    assertThat(slope.interval().low()).isCloseTo(-3.627907, within(1e-6));
    assertThat(slope.interval().high()).isCloseTo(-1.428571, within(1e-6));
  }

  @Test
  void trend_edgeCases_areDefined() {
    assertThat(MannKendall.of(new double[0]).pValue()).isNaN();
    assertThat(MannKendall.of(new double[] {2, 2, 2, 2})).isEqualTo(new MannKendall(0, 0, 0, 1));
    assertThat(MannKendall.of(new double[] {-0.0, 0.0, -0.0}).s()).isZero();
    assertThat(SenSlope.of(new double[] {1, 3, 5, 7}, 0.95).slope()).isEqualTo(2);
    assertThat(SenSlope.of(new double[] {1}, 0.95).slope()).isNaN();
    assertThat(SenSlope.of(new double[] {1, 2}, 0.95).interval().low())
        .isEqualTo(Double.NEGATIVE_INFINITY);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MannKendall.of(new double[] {1, Double.NaN}))
        .withMessageContaining("NaN at 1");
  }

  @Test
  void pelt_nile_findsTheDam() {
    // TCPDBench: PELT with MBIC on the standardised series reports the change at 28, from 0
    assertThat(ChangePoint.pelt(NILE)).containsExactly(28);
  }

  @Test
  void pelt_steps_areDated() {
    Random random = new Random(12);
    double[] series = new double[200];
    for (int i = 0; i < series.length; i++) {
      series[i] = random.nextGaussian() + (i < 60 ? 0 : i < 130 ? 8 : -8);
    }
    assertThat(ChangePoint.pelt(series)).containsExactly(60, 130);
  }

  @Test
  void pelt_edgeCases_areDefined() {
    assertThat(ChangePoint.pelt(new double[0])).isEmpty();
    assertThat(ChangePoint.pelt(new double[] {3})).isEmpty();
    assertThat(ChangePoint.pelt(new double[] {0.1, 0.1, 0.1, 0.1, 0.1, 0.1})).isEmpty();
  }
}
