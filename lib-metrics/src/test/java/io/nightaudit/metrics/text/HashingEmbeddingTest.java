package io.nightaudit.metrics.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashingEmbeddingTest {
  private static final double ONE = 1 << HashingEmbedding.FRACTION_BITS;

  private static final HashingEmbedding SHARED = new HashingEmbedding();

  private static final String[] CITIES = {
    "Lyon", "Oslo", "Porto", "Turin", "Graz", "Ghent", "Riga", "Cork", "Bern", "Split"
  };

  /** Frozen: another vector for the same text breaks every stored baseline. */
  @Test
  void embed_knownText_isTheSameForEver() {
    int[] vector = vector("The order ships on Monday; the invoice follows by e-mail.");
    assertThat(Arrays.copyOf(vector, 8)).containsExactly(-2591, -5181, 0, 0, -2591, 2591, 0, 7772);
    assertThat(Arrays.hashCode(vector)).isEqualTo(771643242);
  }

  @Test
  void embed_oneTerm_hasEightEqualComponents() {
    int[] vector = vector("refund");
    // round(2^15 / √8)
    assertThat(Arrays.stream(vector).map(Math::abs).filter(size -> size != 0))
        .hasSize(8)
        .containsOnly(11_585);
  }

  /** Two times "no", once "way", the pairs no no and no way: ln 3 and three times ln 2. */
  @Test
  void embed_termOccurrences_weighByLogarithm() {
    TextDescription text = describe("No, no way".getBytes(StandardCharsets.UTF_8));
    int no = Terms.hash("no");
    int[] terms = {no, Terms.hash("no", "no"), no, Terms.hash("no", "way"), Terms.hash("way")};
    int[] occurring = Arrays.copyOf(text.termOccurrences(), text.termOccurrenceCount());
    assertThat(occurring).containsExactlyInAnyOrder(terms);
    double norm = Math.sqrt(Math.log(3) * Math.log(3) + 3 * Math.log(2) * Math.log(2));
    int[] vector = embed(64, occurring);
    int[] once = embed(64, no);
    int[] pair = embed(64, terms[1]);
    int[] other = embed(64, terms[3]);
    int[] way = embed(64, terms[4]);
    for (int i = 0; i < 64; i++) {
      double sum = Math.log(3) * once[i] + Math.log(2) * (pair[i] + other[i] + way[i]);
      assertThat((double) vector[i]).isCloseTo(sum / norm, within(3.0));
    }
  }

  @Test
  void termOccurrences_anyText_areTheTermsAndTheirRepeats() {
    TextDescription text = describe("a b a b a ".repeat(700).getBytes(StandardCharsets.UTF_8));
    assertThat(text.termOccurrenceCount()).isEqualTo(2 * 3_500 - 1);
    int[] distinct =
        Arrays.stream(text.termOccurrences(), 0, text.termOccurrenceCount()).distinct().toArray();
    assertThat(distinct)
        .containsExactlyInAnyOrder(Arrays.copyOf(text.termHashes(), text.termCount()));
    TextDescription empty = describe(new byte[0]);
    assertThat(empty.termOccurrenceCount()).isZero();
    assertThat(empty.termOccurrences()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".,;:!?", "\u0000\u0000", "🎉"})
  void embed_noTerm_hasNoVector(String text) {
    int[] components = new int[64];
    Arrays.fill(components, 7);
    TextDescription description = describe(text.getBytes(StandardCharsets.UTF_8));
    boolean embedded =
        new HashingEmbedding().embed(description.termHashes(), description.termCount(), components);
    assertThat(embedded).isFalse();
    assertThat(components).containsOnly(0);
  }

  @Test
  void embed_equalTexts_haveEqualVectorsWhateverWasEmbeddedBefore() {
    HashingEmbedding embedding = new HashingEmbedding(128);
    int[] first = new int[128];
    int[] between = new int[128];
    int[] second = new int[128];
    int[] terms = {1, 2, 3, 4, 5};
    assertThat(embedding.embed(terms, 5, first)).isTrue();
    assertThat(embedding.embed(new int[] {5, 6, -7, 1}, 4, between)).isTrue();
    assertThat(embedding.embed(terms, 5, second)).isTrue();
    assertThat(second).isEqualTo(first).isNotEqualTo(between);
  }

  @Test
  void embed_termsInAnyOrder_haveEqualVectors() {
    Random random = new Random(11);
    int[] terms = random.ints(3_000, 0, 500).toArray();
    int[] expected = embed(64, terms);
    for (int round = 0; round < 20; round++) {
      for (int i = terms.length - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        int term = terms[i];
        terms[i] = terms[other];
        terms[other] = term;
      }
      assertThat(embed(64, terms)).isEqualTo(expected);
    }
  }

  /** Terms given several times weigh by ln(1 + tf): here ln 4 and ln 2, so 2 : 1. */
  @Test
  void embed_repeatedHashes_weighByLogarithm() {
    int[] repeated = embed(128, 17, 17, 17, 42);
    int[] first = embed(128, 17);
    int[] second = embed(128, 42);
    for (int i = 0; i < 128; i++) {
      double expected = (2 * first[i] + second[i]) / Math.sqrt(5);
      assertThat((double) repeated[i]).isCloseTo(expected, within(2.0));
    }
  }

  /**
   * The error of a projected cosine c has mean 0 and variance about (1 + c²) / d
   * (Johnson–Lindenstrauss). 2,000 pairs: the mean within four standard errors, the root mean
   * square within 7 % (four times its own standard error of 1/√4000), none beyond six deviations.
   */
  @ParameterizedTest
  @ValueSource(ints = {64, 96, 128})
  void embed_randomPairs_keepTheirCosine(int dimension) {
    HashingEmbedding embedding = new HashingEmbedding(dimension);
    Random random = new Random(5);
    int pairs = 2_000;
    double sum = 0;
    double squares = 0;
    for (int pair = 0; pair < pairs; pair++) {
      int shared = random.nextInt(201);
      int[] left = random.ints(200).toArray();
      int[] right = random.ints(200).toArray();
      System.arraycopy(left, 0, right, 0, shared);
      double cosine = shared / 200.0;
      double error = dot(embed(embedding, left), embed(embedding, right)) - cosine;
      double scaled = error / Math.sqrt((1 + cosine * cosine) / dimension);
      assertThat(Math.abs(scaled)).isLessThan(6);
      sum += scaled;
      squares += scaled * scaled;
    }
    assertThat(sum / pairs).isCloseTo(0, within(4 / Math.sqrt(pairs)));
    assertThat(Math.sqrt(squares / pairs)).isCloseTo(1, within(0.07));
  }

  @Test
  void embed_twoKindsOfAnswers_differInTheMean() {
    double[] early = new double[64];
    double[] late = new double[64];
    double[] refusals = new double[64];
    for (int i = 0; i < 100; i++) {
      String city = CITIES[i % CITIES.length];
      double[] mean = i % 2 == 0 ? early : late;
      add(mean, "Your parcel to " + city + " left the depot and arrives in " + i + " hours.");
      add(refusals, "I am sorry, but I cannot tell where the parcel to " + city + " is.");
    }
    double noise = distance(early, late);
    for (int i = 0; i < 64; i++) {
      early[i] = (early[i] + late[i]) / 2;
      refusals[i] /= 2;
    }
    assertThat(distance(early, refusals)).isGreaterThan(0.5).isGreaterThan(2 * noise);
  }

  @Test
  void embed_hostileTexts_areDefined() {
    byte[] invalid = {(byte) 0xC0, (byte) 0xAF, 'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80, 'b'};
    int[] expected = vector("?a?b");
    assertThat(vector(invalid)).isEqualTo(expected);
    Random random = new Random(3);
    byte[] noise = new byte[10_000_000];
    random.nextBytes(noise);
    assertThat(dot(vector(noise), vector(noise))).isCloseTo(1, within(6 * Math.sqrt(2.0 / 64)));
  }

  /** Two million copies of one term and as many of another: ln(1 + tf) far beyond the table. */
  @Test
  void embed_hugeCounts_doNotOverflow() {
    int[] terms = new int[4_000_000];
    Arrays.fill(terms, 2_000_000, 4_000_000, 99);
    int[] vector = embed(64, terms);
    int[] single = embed(64, 0, 99);
    for (int i = 0; i < 64; i++) {
      assertThat(vector[i]).isCloseTo(single[i], within(1));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-8, 0, 56, 63, 65, 136})
  void constructor_otherDimension_isRefused(int dimension) {
    assertThatThrownBy(() -> new HashingEmbedding(dimension))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("multiple of 8 from 64 to 128")
        .hasMessageContaining(String.valueOf(dimension));
  }

  @Test
  void embed_wrongLengths_areRefused() {
    HashingEmbedding embedding = new HashingEmbedding();
    assertThatThrownBy(() -> embedding.embed(new int[2], 2, new int[63]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("63");
    assertThatThrownBy(() -> embedding.embed(new int[2], 3, new int[64]))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static TextDescription describe(byte[] bytes) {
    TextDescription description = new TextDescription();
    description.describe(bytes, 0, bytes.length);
    return description;
  }

  private static int[] vector(String text) {
    return vector(text.getBytes(StandardCharsets.UTF_8));
  }

  private static int[] vector(byte[] bytes) {
    TextDescription description = describe(bytes);
    int[] components = new int[HashingEmbedding.DEFAULT_DIMENSION];
    assertThat(SHARED.embed(description.termHashes(), description.termCount(), components))
        .isTrue();
    return components;
  }

  private static int[] embed(int dimension, int... terms) {
    return embed(new HashingEmbedding(dimension), terms);
  }

  private static int[] embed(HashingEmbedding embedding, int... terms) {
    int[] components = new int[embedding.dimension()];
    assertThat(embedding.embed(terms, terms.length, components)).isTrue();
    return components;
  }

  private static void add(double[] mean, String text) {
    int[] components = vector(text);
    for (int i = 0; i < mean.length; i++) {
      mean[i] += components[i] / ONE / 50;
    }
  }

  private static double dot(int[] left, int[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] / ONE * (right[i] / ONE);
    }
    return sum;
  }

  private static double distance(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += (left[i] - right[i]) * (left[i] - right[i]);
    }
    return Math.sqrt(sum);
  }
}
