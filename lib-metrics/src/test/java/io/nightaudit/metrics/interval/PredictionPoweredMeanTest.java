package io.nightaudit.metrics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictionPoweredMeanTest {
  // Seeded samples (numpy.random.default_rng(7)) of labels Y, judge's scores P and Q: len(Y),
  // Y.mean(), P.mean(), Y.var(ddof=1), P.var(ddof=1), numpy.cov(Y, P)[0, 1], len(Q), Q.mean(),
  // Q.var(ddof=1); ppi_py.ppi._calc_lam_glm(..., clip=True), ppi_py.ppi_mean_pointestimate(Y, P,
  // Q),
  // ppi_py.ppi_mean_ci(Y, P, Q, alpha=.05)
  @ParameterizedTest
  @CsvSource({
    // judges with sensitivity/specificity .85/.80, .95/.90, .6/.6 of labels with mean .8
    "200,0.78,0.7,0.17246231155778893,0.21105527638190952,0.11457286432160795,5000,0.7068,0.20727521504300864,0.5285681466805435,0.7835942633974278,0.7371979214402591,0.8299906053545965",
    "150,0.82,0.7866666666666666,0.14859060402684565,0.16894854586129757,0.12241610738255002,2000,0.781,0.1711245622811406,0.6619007092198566,0.8162492293144208,0.7752081126374473,0.8572903459913943",
    "120,0.8333333333333334,0.5666666666666667,0.1400560224089636,0.24761904761904763,0.036414565826330576,1000,0.567,0.24575675675675684,0.13120653732716392,0.8333770688457756,0.7678458165313504,0.8989083211602007",
    // a continuous score
    "400,2.935183868894094,2.6530653852420643,0.9539705972744039,0.8911128485816131,0.8726944434968662,900,2.7192926842685523,0.9026434035011005,0.6701152095973449,2.9795637892622953,2.920438708091526,3.0386888704330643",
    // a judge who is wrong the other way round, and one who needs more than full weight
    "300,3.008488677374255,-3.0102208195341635,0.9865350748886509,1.1088318556395331,-0.99792950592351,900,-3.0332972733973302,0.9166107204587698,0.0,3.008488677374255,2.896282001709253,3.1206953530392574",
    "300,3.0376782197345773,0.9118920521838747,0.9680745452995777,0.08674627566572461,0.289627352786402,90000,0.9000973055195212,0.08995310395770964,1.0,3.0258834730702233,2.947953378020898,3.1038135681195484"
  })
  void of_seededSamples_equalsPpiPy(
      long n,
      double meanY,
      double meanP,
      double varianceY,
      double varianceP,
      double covariance,
      long judged,
      double judgedMean,
      double judgedVariance,
      double lambda,
      double estimate,
      double low,
      double high) {
    PredictionPoweredMean result =
        PredictionPoweredMean.of(
            new PairMoments(n, meanY, meanP, varianceY, varianceP, covariance),
            judged,
            judgedMean,
            judgedVariance,
            0.95);
    assertThat(result.lambda()).isCloseTo(lambda, within(1e-13));
    assertThat(result.estimate()).isCloseTo(estimate, within(1e-13));
    assertThat(result.interval().low()).isCloseTo(low, within(1e-13));
    assertThat(result.interval().high()).isCloseTo(high, within(1e-13));
  }

  @Test
  void of_fewLabels_usesStudent() {
    PairMoments labels = new PairMoments(99, 0.8, 0.7, 0.16, 0.21, 0.1);
    PredictionPoweredMean few = PredictionPoweredMean.of(labels, 5000, 0.7, 0.21, 0.95);
    // scipy.stats.t.ppf(.975, 98) = 1.984467454505701
    assertThat(few.interval().high() - few.estimate())
        .isCloseTo(1.984467454505701 * few.standardError(), within(1e-13));
    PairMoments more = new PairMoments(100, 0.8, 0.7, 0.16, 0.21, 0.1);
    PredictionPoweredMean many = PredictionPoweredMean.of(more, 5000, 0.7, 0.21, 0.95);
    assertThat(many.interval().high() - many.estimate())
        .isCloseTo(1.959963984540054 * many.standardError(), within(1e-15));
  }

  @Test
  void of_uselessJudge_leavesTheLabels() {
    PairMoments constant = new PairMoments(50, 0.8, 1, 0.16, 0, 0);
    PairMoments labels = new PairMoments(50, 0.8, 0.9, 0.16, 0.09, 0.05);
    for (PredictionPoweredMean result :
        new PredictionPoweredMean[] {
          PredictionPoweredMean.of(constant, 5000, 1, 0, 0.95),
          PredictionPoweredMean.of(labels, 0, Double.NaN, Double.NaN, 0.95),
          PredictionPoweredMean.of(labels, 1, 1, Double.NaN, 0.95)
        }) {
      assertThat(result.lambda()).isZero();
      assertThat(result.estimate()).isEqualTo(0.8);
      assertThat(result.standardError()).isCloseTo(Math.sqrt(0.16 * 49 / 50 / 50), within(1e-16));
    }
  }

  @Test
  void of_tooFewLabels_isUnknown() {
    Interval anything = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0.95);
    PredictionPoweredMean none =
        PredictionPoweredMean.of(PairMoments.ofSums(0, 0, 0, 0, 0, 0), 50, 1, 0.2, 0.95);
    assertThat(none.estimate()).isNaN();
    assertThat(none.interval()).isEqualTo(anything);
    PredictionPoweredMean one =
        PredictionPoweredMean.of(PairMoments.ofSums(1, 1, 0, 1, 0, 0), 50, 1, 0.2, 0.95);
    assertThat(one).isEqualTo(new PredictionPoweredMean(1, Double.NaN, 0, anything));
    PredictionPoweredMean two =
        PredictionPoweredMean.of(PairMoments.ofSums(2, 1, 1, 1, 1, 1), 50, 0.5, 0.25, 0.95);
    assertThat(two.interval().width()).isFinite().isPositive();
  }

  @Test
  void of_impossible_throws() {
    PairMoments labels = new PairMoments(50, 0.8, 0.9, 0.16, 0.09, 0.05);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PredictionPoweredMean.of(labels, 50, Double.NaN, 0.2, 0.95))
        .withMessageContaining("mean NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PredictionPoweredMean.of(labels, 50, 0.5, -0.2, 0.95))
        .withMessageContaining("variance -0.2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PredictionPoweredMean.of(labels, -1, 0.5, 0.2, 0.95))
        .withMessageContaining("n -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PredictionPoweredMean.of(labels, 50, 0.5, 0.2, 95))
        .withMessageContaining("confidence 95.0");
  }
}
