package io.nightaudit.metrics.summary;

/**
 * Binary form of the registers: their number, then up to 1,024 entries as steps, or else all 4,096
 * ranks of 6 bits, four in three bytes.
 */
final class DistinctBytes {
  private static final int LARGEST_SPARSE = 1024;

  private DistinctBytes() {}

  static ByteWriter write(ByteWriter writer, int[] entries) {
    writer.number(entries.length);
    if (entries.length > LARGEST_SPARSE) {
      return writeDense(writer, entries);
    }
    int previous = 0;
    for (int entry : entries) {
      writer.number((entry >>> 6) - previous).octet(entry & 63);
      previous = entry >>> 6;
    }
    return writer;
  }

  private static ByteWriter writeDense(ByteWriter writer, int[] entries) {
    int[] ranks = new int[Registers.SIZE];
    for (int entry : entries) {
      ranks[entry >>> 6] = entry & 63;
    }
    for (int i = 0; i < ranks.length; i += 4) {
      int packed = ranks[i] | ranks[i + 1] << 6 | ranks[i + 2] << 12 | ranks[i + 3] << 18;
      writer.octet(packed).octet(packed >>> 8).octet(packed >>> 16);
    }
    return writer;
  }

  static int[] read(ByteReader reader) {
    long size = reader.count("the number of registers");
    reader.require(size <= Registers.SIZE, "the number of registers");
    return size > LARGEST_SPARSE ? readDense(reader, (int) size) : readSparse(reader, (int) size);
  }

  private static int[] readSparse(ByteReader reader, int size) {
    int[] entries = new int[size];
    int index = 0;
    for (int i = 0; i < size; i++) {
      long step = reader.count("a register");
      reader.require((i == 0 || step > 0) && step < Registers.SIZE - index, "a register");
      index += (int) step;
      entries[i] = index << 6 | rank(reader, reader.octet("a rank"), 1);
    }
    return entries;
  }

  private static int[] readDense(ByteReader reader, int size) {
    Registers registers = new Registers();
    for (int i = 0; i < Registers.SIZE; i += 4) {
      int packed =
          reader.octet("a rank") | reader.octet("a rank") << 8 | reader.octet("a rank") << 16;
      for (int k = 0; k < 4; k++) {
        int rank = rank(reader, packed >>> 6 * k & 63, 0);
        if (rank > 0) {
          registers.put(i + k, rank);
        }
      }
    }
    int[] entries = registers.entries();
    reader.require(entries.length == size, "the number of registers");
    return entries;
  }

  private static int rank(ByteReader reader, int rank, int smallest) {
    reader.require(rank >= smallest && rank <= Registers.LARGEST_RANK, "a rank");
    return rank;
  }
}
