package io.nightaudit.jobs.profile;

import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.metric.Extraction;
import io.nightaudit.jobs.metric.Observation;
import io.nightaudit.metrics.summary.Accumulator;
import io.nightaudit.metrics.summary.CategoryCounts;
import io.nightaudit.metrics.summary.DistinctCount;
import io.nightaudit.metrics.summary.LogHistogram;
import io.nightaudit.metrics.summary.Rate;
import io.nightaudit.metrics.summary.TermCounts;
import io.nightaudit.metrics.summary.TermDocument;
import io.nightaudit.metrics.text.TextDescription;
import java.util.ArrayList;
import java.util.List;

/** The readings of each kind of extraction. */
final class Readings {
  private Readings() {}

  static Reading of(Extraction extraction) {
    if (extraction instanceof Extraction.Quantity quantity) {
      return new OfQuantity(quantity);
    } else if (extraction instanceof Extraction.Share share) {
      return new OfShare(share);
    } else if (extraction instanceof Extraction.Category category) {
      return new OfCategory(category);
    } else if (extraction instanceof Extraction.Categories categories) {
      return new OfCategories(categories);
    } else if (extraction instanceof Extraction.Terms terms) {
      return new OfTerms(terms.text());
    } else if (extraction instanceof Extraction.Distinct distinct) {
      return new OfDistinct(distinct.identifier());
    } else if (extraction instanceof Extraction.Volume) {
      return new OfShare(new Extraction.Share(o -> true, o -> true));
    }
    throw new IllegalArgumentException("nothing to read in the pass for " + extraction);
  }

  private static final class OfQuantity implements Reading {
    private final Extraction.Quantity quantity;
    private boolean missing;
    private long units;
    private int bucket;

    OfQuantity(Extraction.Quantity quantity) {
      this.quantity = quantity;
    }

    @Override
    public void take(Observation observation) {
      double value = quantity.value().applyAsDouble(observation);
      missing = !Double.isFinite(value);
      if (!missing) {
        units = LogHistogram.unitsOf(value, quantity.scale());
        bucket = LogHistogram.bucketOf(units);
      }
    }

    @Override
    public void addTo(Accumulator accumulator) {
      if (missing) {
        accumulator.addMissing();
      } else {
        ((LogHistogram.Accumulator) accumulator).add(bucket, units);
      }
    }

    @Override
    public Accumulator accumulator(int termBuckets) {
      return new LogHistogram.Accumulator(quantity.scale());
    }
  }

  private static final class OfShare implements Reading {
    private final Extraction.Share share;
    private boolean among;
    private boolean holds;

    OfShare(Extraction.Share share) {
      this.share = share;
    }

    @Override
    public void take(Observation observation) {
      among = share.among().test(observation);
      holds = among && share.holds().test(observation);
    }

    @Override
    public void addTo(Accumulator accumulator) {
      if (among) {
        ((Rate.Accumulator) accumulator).add(holds);
      } else {
        accumulator.addMissing();
      }
    }

    @Override
    public Accumulator accumulator(int termBuckets) {
      return new Rate.Accumulator();
    }
  }

  private static final class OfCategory implements Reading {
    private final Extraction.Category category;
    private String value;

    OfCategory(Extraction.Category category) {
      this.category = category;
    }

    @Override
    public void take(Observation observation) {
      value = category.value().apply(observation);
    }

    @Override
    public void addTo(Accumulator accumulator) {
      ((CategoryCounts.Accumulator) accumulator).add(value);
    }

    @Override
    public Accumulator accumulator(int termBuckets) {
      return new CategoryCounts.Accumulator();
    }
  }

  private static final class OfCategories implements Reading {
    private final Extraction.Categories categories;
    private final List<String> values = new ArrayList<>();

    OfCategories(Extraction.Categories categories) {
      this.categories = categories;
    }

    @Override
    public void take(Observation observation) {
      values.clear();
      categories.values().accept(observation, values::add);
    }

    @Override
    public void addTo(Accumulator accumulator) {
      CategoryCounts.Accumulator counts = (CategoryCounts.Accumulator) accumulator;
      for (String value : values) {
        counts.add(value);
      }
    }

    @Override
    public Accumulator accumulator(int termBuckets) {
      return new CategoryCounts.Accumulator();
    }
  }

  private static final class OfTerms implements Reading {
    private final Column text;
    private boolean missing;
    private TextDescription description;

    /** The document of the row for each number of buckets, taken when first asked for. */
    private final List<TermDocument> documents = new ArrayList<>();

    private int taken;

    OfTerms(Column text) {
      this.text = text;
    }

    @Override
    public void take(Observation observation) {
      missing = !observation.has(text);
      description = missing ? null : observation.text(text);
      taken = 0;
    }

    @Override
    public void addTo(Accumulator accumulator) {
      if (missing) {
        accumulator.addMissing();
      } else {
        TermCounts.Accumulator counts = (TermCounts.Accumulator) accumulator;
        counts.addDocument(document(counts.buckets()));
      }
    }

    private TermDocument document(int buckets) {
      for (int i = 0; i < documents.size(); i++) {
        TermDocument document = documents.get(i);
        if (document.buckets() == buckets) {
          return taken(document, 1 << i);
        }
      }
      documents.add(new TermDocument(buckets));
      return document(buckets);
    }

    private TermDocument taken(TermDocument document, int bit) {
      if ((taken & bit) == 0) {
        document.take(description.termHashes(), description.termCount());
        taken |= bit;
      }
      return document;
    }

    @Override
    public Accumulator accumulator(int termBuckets) {
      return termBuckets == 0 ? null : new TermCounts.Accumulator(termBuckets);
    }
  }

  private static final class OfDistinct implements Reading {
    private final Column identifier;
    private boolean missing;
    private long hash;

    OfDistinct(Column identifier) {
      this.identifier = identifier;
    }

    @Override
    public void take(Observation observation) {
      missing = !observation.has(identifier);
      hash = missing ? 0 : observation.identifierHash(identifier);
    }

    @Override
    public void addTo(Accumulator accumulator) {
      if (missing) {
        accumulator.addMissing();
      } else {
        ((DistinctCount.Accumulator) accumulator).add(hash);
      }
    }

    @Override
    public Accumulator accumulator(int termBuckets) {
      return new DistinctCount.Accumulator();
    }
  }
}
