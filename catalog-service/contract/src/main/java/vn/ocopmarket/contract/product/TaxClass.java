package vn.ocopmarket.contract.product;

/** How far a good is processed, from which the VAT rate follows for a date, a seller and a buyer. */
public enum TaxClass {
    /** Unprocessed or merely pre-processed farm produce. */
    UNPROCESSED_FARM_PRODUCE,
    PROCESSED_FOOD,
    ALCOHOL,
    GENERAL_GOODS,
    SERVICE
}
