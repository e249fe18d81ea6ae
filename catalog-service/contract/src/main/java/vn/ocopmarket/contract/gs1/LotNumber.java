package vn.ocopmarket.contract.gs1;

/**
 * A batch or lot number, GS1 application identifier 10: 1 to 20 characters of the GS1 set 82 without spaces.
 *
 * @param value as printed, case kept
 */
public record LotNumber(String value) {

    private static final String GS1_SET_82 = "[!\"%&'()*+,\\-./0-9:;<=>?A-Z_a-z]{1,20}";

    public LotNumber {
        if (!value.matches(GS1_SET_82)) {
            throw new IllegalArgumentException(
                    "A lot number has 1 to 20 letters, digits or signs of GS1 set 82: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
