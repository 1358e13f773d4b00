package io.nightaudit.jobs.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.math.BigInteger;

/**
 * What the rows of a night in a table say, in whatever order and files they lie: their number, and
 * the sum of their SHA-256 digests modulo 2^256.
 *
 * @param rows how many
 * @param sum the sum, 64 hexadecimal digits
 */
public record RowsDigest(long rows, String sum) implements Serializable {
  private static final int BITS = 256;
  private static final int RADIX = 16;

  /** No row. */
  public static final RowsDigest NONE = new Sum().digest();

  /** The digest of two sets of rows together. */
  public RowsDigest plus(RowsDigest other) {
    BigInteger total = new BigInteger(sum, RADIX).add(new BigInteger(other.sum, RADIX));
    return new RowsDigest(rows + other.rows, hexadecimal(total));
  }

  private static String hexadecimal(BigInteger value) {
    String digits = value.mod(BigInteger.ONE.shiftLeft(BITS)).toString(RADIX);
    return "0".repeat(BITS / 4 - digits.length()) + digits;
  }

  ObjectNode json() {
    return JsonNodeFactory.instance.objectNode().put("count", rows).put("sum", sum);
  }

  static RowsDigest of(JsonNode json) {
    return new RowsDigest(json.path("count").asLong(-1), json.path("sum").asText());
  }

  /** Adds up rows, one by one. */
  public static final class Sum implements Serializable {
    private static final long serialVersionUID = 1;

    private long rows;
    private BigInteger total = BigInteger.ZERO;

    /** Adds one row, as bytes that say all of it. */
    public void add(byte[] row) {
      rows++;
      total = total.add(new BigInteger(1, Sha256.digest().digest(row)));
    }

    /** What was added so far. */
    public RowsDigest digest() {
      return new RowsDigest(rows, hexadecimal(total));
    }
  }
}
