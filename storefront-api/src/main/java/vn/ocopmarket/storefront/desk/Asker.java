package vn.ocopmarket.storefront.desk;

import java.util.Locale;
import vn.ocopmarket.storefront.account.StaffMember;

/**
 * On whose behalf something is asked.
 *
 * @param language in which refusals are worded
 */
public record Asker(StaffMember member, Locale language) {}
