package vn.ocopmarket.storefront.account;

/**
 * A member of staff with the proof of who they are.
 *
 * @param passwordHash names its algorithm, such as {@code {bcrypt}$2a$10$…}
 * @param listedHash of the password that the list of accounts gave last; empty when it never listed the account
 * @param active false when nobody may sign in with it any more
 * @param generation grows when all its sessions end at once; a session counts for the generation it began in
 * @param secondFactor whether the password alone does not sign in
 */
public record Account(
        StaffMember member,
        String passwordHash,
        String listedHash,
        boolean active,
        int generation,
        boolean secondFactor) {

    @Override
    public String toString() {
        return "Account[" + member.accountId() + "]";
    }
}
