package io.nightaudit.jobs.export;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * The columns of the cost export, in the order and with the names of the FOCUS specification 1.2;
 * those that begin with {@code x_} are our own, as it allows.
 */
public enum FocusColumn {
  BILLED_COST("BilledCost", Double.class, FocusCharge::cost),
  EFFECTIVE_COST("EffectiveCost", Double.class, FocusCharge::cost),
  LIST_COST("ListCost", Double.class, FocusCharge::cost),
  CONTRACTED_COST("ContractedCost", Double.class, FocusCharge::cost),
  LIST_UNIT_PRICE("ListUnitPrice", Double.class, FocusCharge::unitPrice),
  CONTRACTED_UNIT_PRICE("ContractedUnitPrice", Double.class, FocusCharge::unitPrice),
  PRICING_QUANTITY("PricingQuantity", Double.class, FocusCharge::quantity),
  PRICING_UNIT("PricingUnit", String.class, FocusCharge::unit),
  CONSUMED_QUANTITY("ConsumedQuantity", Double.class, FocusCharge::quantity),
  CONSUMED_UNIT("ConsumedUnit", String.class, FocusCharge::unit),
  BILLING_ACCOUNT_ID("BillingAccountId", String.class, FocusCharge::billingAccount),
  BILLING_ACCOUNT_NAME("BillingAccountName", String.class, FocusCharge::billingAccount),
  BILLING_ACCOUNT_TYPE("BillingAccountType", String.class, charge -> "Organization"),
  BILLING_CURRENCY("BillingCurrency", String.class, charge -> "USD"),
  BILLING_PERIOD_START("BillingPeriodStart", Instant.class, FocusCharge::monthStart),
  BILLING_PERIOD_END("BillingPeriodEnd", Instant.class, FocusCharge::monthEnd),
  CHARGE_PERIOD_START("ChargePeriodStart", Instant.class, FocusCharge::start),
  CHARGE_PERIOD_END("ChargePeriodEnd", Instant.class, FocusCharge::end),
  CHARGE_CATEGORY("ChargeCategory", String.class, charge -> "Usage"),
  CHARGE_CLASS("ChargeClass", String.class, charge -> null),
  CHARGE_DESCRIPTION("ChargeDescription", String.class, FocusCharge::description),
  CHARGE_FREQUENCY("ChargeFrequency", String.class, charge -> "Usage-Based"),
  INVOICE_ISSUER_NAME("InvoiceIssuerName", String.class, FocusCharge::provider),
  PROVIDER_NAME("ProviderName", String.class, FocusCharge::provider),
  PUBLISHER_NAME("PublisherName", String.class, FocusCharge::provider),
  INVOICE_ID("InvoiceId", String.class, charge -> null),
  SERVICE_CATEGORY("ServiceCategory", String.class, charge -> "AI and Machine Learning"),
  SERVICE_SUBCATEGORY("ServiceSubcategory", String.class, charge -> "Generative AI"),
  SERVICE_NAME("ServiceName", String.class, charge -> charge.provider() + " API"),
  PRICING_CATEGORY("PricingCategory", String.class, charge -> "Standard"),
  SKU_ID("SkuId", String.class, FocusCharge::sku),
  SKU_METER("SkuMeter", String.class, FocusCharge::meterName),
  SKU_PRICE_ID("SkuPriceId", String.class, FocusCharge::skuPrice),
  SKU_PRICE_DETAILS("SkuPriceDetails", String.class, FocusCharge::priceDetails),
  SUB_ACCOUNT_ID("SubAccountId", String.class, FocusCharge::subAccount),
  SUB_ACCOUNT_NAME("SubAccountName", String.class, FocusCharge::subAccount),
  SUB_ACCOUNT_TYPE(
      "SubAccountType", String.class, charge -> charge.subAccount() == null ? null : "Project"),
  TAGS("Tags", String.class, FocusCharge::tags),
  PRICING_CURRENCY("PricingCurrency", String.class, charge -> "USD"),
  PRICING_CURRENCY_LIST_UNIT_PRICE(
      "PricingCurrencyListUnitPrice", Double.class, FocusCharge::unitPrice),
  PRICING_CURRENCY_CONTRACTED_UNIT_PRICE(
      "PricingCurrencyContractedUnitPrice", Double.class, FocusCharge::unitPrice),
  PRICING_CURRENCY_EFFECTIVE_COST("PricingCurrencyEffectiveCost", Double.class, FocusCharge::cost),
  COMMITMENT_DISCOUNT_STATUS("CommitmentDiscountStatus", String.class, charge -> null),
  X_MODEL("x_Model", String.class, FocusCharge::model),
  X_TOKEN_TYPE("x_TokenType", String.class, FocusCharge::meter),
  X_SERVICE_TIER("x_ServiceTier", String.class, FocusCharge::tier),
  X_APP("x_App", String.class, FocusCharge::application),
  X_INTERACTIONS("x_Interactions", Double.class, FocusCharge::interactions),
  X_EXACT_COST("x_ExactCost", String.class, FocusCharge::exactCost),
  X_ESTIMATED_COST("x_EstimatedCost", String.class, charge -> "true"),
  X_PRICE_BOOK("x_PriceBookVersion", String.class, FocusCharge::priceBook);

  private final String title;
  private final Class<?> type;
  private final Function<FocusCharge, Object> value;

  FocusColumn(String title, Class<?> type, Function<FocusCharge, Object> value) {
    this.title = title;
    this.type = type;
    this.value = value;
  }

  /** The name of the column in the file. */
  public String title() {
    return title;
  }

  /** Double, String or Instant. */
  public Class<?> type() {
    return type;
  }

  /** The value of a charge, null where the specification allows none. */
  public Object of(FocusCharge charge) {
    return value.apply(charge);
  }

  /** The values of a charge, column by column. */
  public static List<Object> row(FocusCharge charge) {
    List<Object> row = new java.util.ArrayList<>();
    for (FocusColumn column : values()) {
      row.add(column.of(charge));
    }
    return row;
  }
}
