package io.nightaudit.metrics.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.metrics.attribution.Adtributor.Element;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdtributorTest {
  // numpy: ep=(A-F)/(A.sum()-F.sum()); p=F/F.sum(); q=A/A.sum();
  // .5*(nan_to_num(p*log(2*p/(p+q)))+nan_to_num(q*log(2*q/(p+q))))
  @Test
  void additive_fiveElements_equalsFormula() {
    List<Element> elements =
        Adtributor.additive(new double[] {50, 30, 15, 5, 0}, new double[] {20, 31, 14, 5, 1});
    double[] power = {
      1.0344827586206897, -0.034482758620689655, 0.034482758620689655, 0, -0.034482758620689655
    };
    double[] surprise = {
      0.0154469511654073,
      0.0063714881982773405,
      0.0016080483790507916,
      0.0008700667544149082,
      0.004881318172957361
    };
    assertEqual(elements, power, surprise);
    assertThat(Adtributor.explaining(elements, 0.1, 0.67)).containsExactly(0);
  }

  // numpy: n=(Aa-Fa)*Fb.sum()-(Ab-Fb)*Fa.sum(); d=Fb.sum()*(Fb.sum()+Ab-Fb); e=n/d; e/e.sum()
  @Test
  void ratio_threeElements_equalsFormula() {
    List<Element> elements =
        Adtributor.ratio(
            new double[] {40, 27, 9},
            new double[] {20, 28, 9},
            new double[] {50, 30, 20},
            new double[] {48, 31, 22});
    double[] power = {0.9377130752341759, -0.011816366384589074, 0.07410329115041318};
    double[] surprise = {0.008988441312221665, 0.0055032391158680504, 0.0016047095339357265};
    assertEqual(elements, power, surprise);
  }

  @Test
  void explaining_order_isBySurpriseUntilEnough() {
    List<Element> elements =
        List.of(
            new Element(.3, .1),
            new Element(.05, .9),
            new Element(.3, .2),
            new Element(.2, .1),
            new Element(.15, .1));
    assertThat(Adtributor.explaining(elements, .1, .67)).containsExactly(2, 0, 3);
    assertThat(Adtributor.explaining(elements, .1, .99)).isEmpty();
    assertThat(Adtributor.explaining(List.of(), .1, .67)).isEmpty();
    // More than the share is needed: .5 + .25 is not more than .75.
    List<Element> even = List.of(new Element(.5, 3), new Element(.25, 2), new Element(.25, 1));
    assertThat(Adtributor.explaining(even, .1, .75)).containsExactly(0, 1, 2);
    assertThat(Adtributor.explaining(even, .25, .4)).containsExactly(0);
  }

  @Test
  void elements_edgeCases_areDefined() {
    assertThat(Adtributor.additive(new double[0], new double[0])).isEmpty();
    Element still = Adtributor.additive(new double[] {3}, new double[] {3}).get(0);
    assertThat(still.explanatoryPower()).isNaN();
    assertThat(still.surprise()).isZero();
    assertThat(Adtributor.explaining(List.of(still), .1, .67)).isEmpty();
    assertThat(Adtributor.additive(new double[] {0}, new double[] {3}).get(0).surprise()).isNaN();
    assertThat(
            Adtributor.ratio(new double[1], new double[1], new double[1], new double[1])
                .get(0)
                .explanatoryPower())
        .isNaN();
  }

  @Test
  void elements_hostile_throws() {
    double[] one = {1};
    for (double value : new double[] {Double.NaN, -1, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Adtributor.additive(one, new double[] {value}))
          .withMessageContaining("actual value " + value + " of element 0");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Adtributor.ratio(one, one, new double[2], new double[2]))
        .withMessageContaining("1 values for 2");
    double[] huge = {1e308, 1e308};
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> Adtributor.additive(huge, huge));
  }

  private static void assertEqual(List<Element> elements, double[] power, double[] surprise) {
    assertThat(elements.stream().mapToDouble(Element::explanatoryPower).toArray())
        .containsExactly(power, within(1e-14));
    assertThat(elements.stream().mapToDouble(Element::surprise).toArray())
        .containsExactly(surprise, within(1e-15));
  }
}
