package io.nightaudit.jobs.policy;

import java.io.Serializable;
import java.util.List;

/**
 * How findings are put into classes.
 *
 * @param persistentNights nights from which a breach counts as lasting
 * @param harmCategories names of rules whose breach asks a person whether there is a risk
 */
public record FindingPolicy(int persistentNights, List<String> harmCategories)
    implements Serializable {
  public FindingPolicy {
    harmCategories = List.copyOf(harmCategories);
  }
}
