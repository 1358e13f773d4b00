package io.nightaudit.metrics.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoncentralChiSquareTest {
  /** 1e-10 relative. */
  private static final double PERCENT = 1e-8;

  // Poisson mixture with k even, so that each term is a finite sum, in 40 decimal digits;
  // scipy.stats.ncx2.sf(x, k, lambda) agrees to 4e-13
  @ParameterizedTest
  @CsvSource({
    "2, 0.5, 0.2, 0.9249725638676259",
    "2, 0.5, 2.5, 0.37185994216941065",
    "2, 0.5, 6.419184, 0.075052302048378",
    "2, 0.5, 9.848469, 0.01785788938272032",
    "2, 0.5, 17.19694, 0.000764047792174632",
    "4, 3, 0.2, 0.9989032726772589",
    "4, 3, 7.0, 0.42138080936870653",
    "4, 3, 14.15542, 0.07387888174997913",
    "4, 3, 20.41641, 0.011797242625405787",
    "4, 3, 33.83282, 0.00013847811313069598",
    "4, 100, 53.50248, 0.9978856617562843",
    "4, 100, 104.0, 0.4803544660609127",
    "4, 100, 136.3184, 0.06218593049794881",
    "4, 100, 164.597, 0.0034952849640155124",
    "4, 100, 225.1941, 5.178187533198455e-07",
    "10, 10, 0.6350833, 0.9999998197509365",
    "10, 10, 20.0, 0.4539294339968399",
    "10, 10, 32.39355, 0.06902798421311616",
    "10, 10, 43.2379, 0.0071711846935109975",
    "10, 10, 66.4758, 1.749187207243558e-05",
    "10, 250, 180.1564, 0.9965119980629251",
    "10, 250, 260.0, 0.4875842149265406",
    "10, 250, 311.0999, 0.059715475731410755",
    "10, 250, 355.8123, 0.0026252112852871556",
    "10, 250, 451.6246, 1.0214214981201111e-07",
    "20, 5000, 4666.093, 0.9944345480526683",
    "20, 5000, 5020.0, 0.49718367357405213",
    "20, 5000, 5246.5, 0.05599579659934076",
    "20, 5000, 5444.688, 0.0016098826272756988",
    "20, 5000, 5869.376, 3.913696584888417e-09",
    "20, 100000, 98438.78, 0.9939356276417531",
    "20, 100000, 100020.0, 0.4993692686409193",
    "20, 100000, 101032.0, 0.055067979989971885",
    "20, 100000, 101917.5, 0.0014061703349103841",
    "20, 100000, 103814.9, 1.376647029529214e-09",
    "50, 1000, 889.9219, 0.9951865828620262",
    "50, 1000, 1050.0, 0.4938194738860705",
    "50, 1000, 1152.45, 0.05736008007265052",
    "50, 1000, 1242.094, 0.0019444834268517294",
    "50, 1000, 1434.187, 1.504641726974296e-08",
    "100, 1000000.0, 995099.9, 0.9938361012043273",
    "100, 1000000.0, 1000100.0, 0.4998005371457292",
    "100, 1000000.0, 1003300.0, 0.0548901129382973",
    "100, 1000000.0, 1006100.0, 0.0013680098595891985",
    "100, 1000000.0, 1012100.0, 1.0989805467846367e-09",
    "100, 100000000.0, 99950100.0, 0.9937949246503754",
    "100, 100000000.0, 100000100.0, 0.4999800528942663",
    "100, 100000000.0, 100032100.0, 0.054807986599874854",
    "100, 100000000.0, 100060100.0, 0.0013516745956316599",
    "100, 100000000.0, 100120100.0, 9.972791184349349e-10",
  })
  void survival_evenDegrees_equalsDecimalSum(
      double degrees, double noncentrality, double x, double expected) {
    assertThat(new NoncentralChiSquare(degrees, noncentrality).survival(x))
        .isCloseTo(expected, withinPercentage(PERCENT));
  }

  // scipy.stats.ncx2.sf(x, k, lambda)
  @ParameterizedTest
  @CsvSource({
    "1, 0.5, 0.01, 0.9379124576913072",
    "1, 0.5, 1.5, 0.32904430964347625",
    "1, 0.5, 5.5, 0.05183572250578198",
    "1, 0.5, 10.5, 0.005689786852256092",
    "1, 0.5, 15.5, 0.0006208814949588025",
    "1, 10, 0.01, 0.9994543061985465",
    "1, 10, 11.0, 0.43866801904702746",
    "1, 10, 23.96148, 0.04156838382056936",
    "1, 10, 40.16333, 0.0007487259677162613",
    "1, 10, 56.36518, 6.9511972373206796e-06",
    "9, 100, 68.1099, 0.9856572545065155",
    "9, 100, 109.0, 0.4807443950717254",
    "9, 100, 149.8901, 0.02993883575400912",
    "9, 100, 201.0027, 6.0755256574321736e-05",
    "9, 100, 252.1153, 1.3232908168915733e-08",
    "19, 1234.5, 1112.418, 0.979594254282649",
    "19, 1234.5, 1253.5, 0.494358345131421",
    "19, 1234.5, 1394.582, 0.024986158191308484",
    "19, 1234.5, 1570.933, 1.0290330283827323e-05",
    "19, 1234.5, 1747.285, 6.358341118896632e-11",
    "19, 1000000.0, 996019.0, 0.9773304089440161",
    "19, 1000000.0, 1000019.0, 0.49980053041400396",
    "19, 1000000.0, 1004019.0, 0.022831563692343744",
    "19, 1000000.0, 1009019.0, 3.5545108697693917e-06",
    "19, 1000000.0, 1014019.0, 1.5170511435834874e-12",
    "99, 5000, 4814.761, 0.978398955501237",
    "99, 5000, 5099.0, 0.4972020164436702",
    "99, 5000, 5383.239, 0.02387296395337824",
    "99, 5000, 5738.539, 6.124887526776733e-06",
    "99, 5000, 6093.838, 1.092373991377504e-11",
  })
  void survival_oddDegrees_equalsScipy(
      double degrees, double noncentrality, double x, double expected) {
    assertThat(new NoncentralChiSquare(degrees, noncentrality).survival(x))
        .isCloseTo(expected, withinPercentage(PERCENT));
  }

  @Test
  void survival_ends_areDefined() {
    NoncentralChiSquare distribution = new NoncentralChiSquare(9, 100);
    assertThat(distribution.survival(0)).isEqualTo(1);
    assertThat(distribution.survival(1e-300)).isEqualTo(1);
    assertThat(distribution.survival(Double.POSITIVE_INFINITY)).isZero();
    assertThat(distribution.survival(1e300)).isZero();
    assertThat(new NoncentralChiSquare(9, 0).survival(20))
        .isEqualTo(ChiSquaredDistribution.of(9).survivalProbability(20));
    assertThat(new NoncentralChiSquare(9, 1e-9).survival(20))
        .isCloseTo(ChiSquaredDistribution.of(9).survivalProbability(20), within(1e-10));
  }

  @Test
  void survival_largestNoncentrality_isNearlyNormal() {
    NoncentralChiSquare distribution = new NoncentralChiSquare(19, NoncentralChiSquare.LARGEST);
    // Standard deviation 2e5; the skewness there is 3e-5.
    assertThat(distribution.survival(1e10 + 19)).isCloseTo(.5, within(1e-5));
    assertThat(distribution.survival(1e10 + 19 + 1.6448536269514722 * 2e5))
        .isCloseTo(.05, within(1e-5));
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 0.05", "9, 36, 0.05", "19, 1428.57, 0.001", "99, 1e6, 0.9", "4, 0.1, 1e-10"})
  void upperQuantile_any_isExceededThatOften(double degrees, double noncentrality, double p) {
    NoncentralChiSquare distribution = new NoncentralChiSquare(degrees, noncentrality);
    assertThat(distribution.survival(distribution.upperQuantile(p)))
        .isCloseTo(p, withinPercentage(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "NaN, 1", "9, -1", "9, NaN", "9, 1.1e10", "9, Infinity"})
  void constructor_notUsable_throws(double degrees, double noncentrality) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NoncentralChiSquare(degrees, noncentrality))
        .withMessageContaining("" + degrees)
        .withMessageContaining("" + noncentrality);
  }
}
