package vn.ocopmarket.contract.gs1;

/**
 * A Global Trade Item Number, kept as 14 digits whatever its printed length (8, 12, 13 or 14).
 *
 * @param value 14 digits; the last one is the GS1 check digit
 * @see <a href="https://ref.gs1.org/standards/genspecs/">GS1 General Specifications, 3.3 and 7.9</a>
 */
public record Gtin(String value) {

    public Gtin {
        if (!value.matches("\\d{14}")) {
            throw new IllegalArgumentException("A GTIN has 8, 12, 13 or 14 digits: " + value);
        }
        if (!CheckDigit.isValid(value)) {
            throw new IllegalArgumentException(
                    "The check digit of GTIN %s is wrong: it should be %d".formatted(value, CheckDigit.of(value)));
        }
    }

    /**
     * Reads a GTIN as printed under a bar code.
     *
     * @throws IllegalArgumentException says whether the length, a character or the check digit is wrong
     */
    public static Gtin parse(String digits) {
        var text = digits.strip();
        return switch (text.length()) {
            case 8, 12, 13, 14 -> new Gtin("0".repeat(14 - text.length()) + text);
            default -> throw new IllegalArgumentException("A GTIN has 8, 12, 13 or 14 digits: " + text);
        };
    }

    /**
     * The GTIN that these 13 digits begin, as other notations of the same key leave the check digit out.
     *
     * @throws IllegalArgumentException when they are not 13 digits
     */
    public static Gtin ofKey(String digits) {
        if (!digits.matches("\\d{13}")) {
            throw new IllegalArgumentException("A GTIN without its check digit has 13 digits: " + digits);
        }
        return new Gtin(digits + CheckDigit.of(digits + '0'));
    }

    @Override
    public String toString() {
        return value;
    }
}
