package vn.ocopmarket.contract.gs1;

/**
 * A Global Location Number: 13 digits that name a party or a place.
 *
 * @param value 13 digits; the last one is the GS1 check digit
 */
public record Gln(String value) {

    public Gln {
        if (!value.matches("\\d{13}")) {
            throw new IllegalArgumentException("A GLN has 13 digits: " + value);
        }
        if (!CheckDigit.isValid(value)) {
            throw new IllegalArgumentException(
                    "The check digit of GLN %s is wrong: it should be %d".formatted(value, CheckDigit.of(value)));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
