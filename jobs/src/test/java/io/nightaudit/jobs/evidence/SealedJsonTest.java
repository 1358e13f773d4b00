package io.nightaudit.jobs.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Digests: of bytes, of objects that carry them, of rows. */
class SealedJsonTest {
  private static SealedJson sealed(String json) throws Exception {
    return SealedJson.seal((ObjectNode) new ObjectMapper().readTree(json));
  }

  /** FIPS 180-2, appendix B. */
  @Test
  void sha256_ofTheStandardsExamples_isAsItSays() throws Exception {
    String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assertThat(Sha256.of("abc".getBytes(StandardCharsets.UTF_8))).isEqualTo(abc);
    byte[] million = "a".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
    assertThat(Sha256.of("a", new ByteArrayInputStream(million)))
        .isEqualTo(
            new NamedFile(
                "a",
                "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
                1_000_000));
  }

  @Test
  void open_ofWhatWasSealed_isWholeAndTheSame() throws Exception {
    SealedJson sealed = sealed("{\"b\":[1,2.5,\"\u20ac\"],\"a\":{\"z\":null}}");
    SealedJson opened = SealedJson.open(sealed.bytes());
    assertThat(opened.fault()).isEmpty();
    assertThat(opened.digest()).isEqualTo(sealed.digest());
    assertThat(opened.content()).isEqualTo(sealed.content());
    assertThat(new String(sealed.bytes(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"a\":{\"z\":null},\"b\":[1,2.5,\"\u20ac\"],\"digest\":\"" + sealed.digest() + "\"}");
  }

  /** Every byte, not only those that a reader of JSON would miss. */
  @Test
  void open_withAnyByteChanged_hasAFault() throws Exception {
    byte[] bytes = sealed("{\"b\":[1,2.5,\"\u20ac\"],\"a\":{\"z\":null}}").bytes();
    for (int place = 0; place < bytes.length; place++) {
      for (int flip : new int[] {1, 0x20, 0x80, 0xff}) {
        byte[] changed = bytes.clone();
        changed[place] ^= (byte) flip;
        assertThat(SealedJson.open(changed).fault()).as(place + " by " + flip).isPresent();
      }
    }
    for (String other : List.of("", "[]", "{}", "null", "{\"digest\":\"\"}")) {
      assertThat(SealedJson.open(other.getBytes(StandardCharsets.UTF_8)).fault()).isPresent();
    }
  }

  @Test
  void rows_inAnyOrderAndInParts_haveTheSameDigest() {
    Random random = new Random(7);
    RowsDigest.Sum all = new RowsDigest.Sum();
    RowsDigest parts = RowsDigest.NONE;
    List<byte[]> rows = random.ints(50, 0, 20).mapToObj(i -> new byte[] {(byte) i, 1}).toList();
    for (byte[] row : rows) {
      all.add(row);
      RowsDigest.Sum one = new RowsDigest.Sum();
      one.add(row);
      parts = one.digest().plus(parts);
    }
    assertThat(parts).isEqualTo(all.digest());
    assertThat(parts.rows()).isEqualTo(50);
    RowsDigest.Sum fewer = new RowsDigest.Sum();
    rows.subList(1, 50).forEach(fewer::add);
    assertThat(fewer.digest().sum()).isNotEqualTo(parts.sum());
  }
}
