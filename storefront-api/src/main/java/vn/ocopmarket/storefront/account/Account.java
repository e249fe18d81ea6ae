package vn.ocopmarket.storefront.account;

/**
 * A member of staff with the proof of who they are.
 *
 * @param passwordHash names its algorithm, such as {@code {bcrypt}$2a$10$…}
 */
public record Account(StaffMember member, String passwordHash) {}
