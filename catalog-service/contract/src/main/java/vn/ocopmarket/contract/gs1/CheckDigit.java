package vn.ocopmarket.contract.gs1;

/** The modulo-10 check digit that all GS1 keys share: weights 3, 1, 3, 1 … from the right of the data digits. */
final class CheckDigit {

    private CheckDigit() {}

    static boolean isValid(String digits) {
        return of(digits) == digits.charAt(digits.length() - 1) - '0';
    }

    /** The check digit that belongs at the end of these digits, whose own last one is passed over. */
    static int of(String digits) {
        var sum = 0;
        for (int fromRight = 1; fromRight < digits.length(); fromRight++) {
            var digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
            sum += fromRight % 2 == 1 ? 3 * digit : digit;
        }
        return (10 - sum % 10) % 10;
    }
}
