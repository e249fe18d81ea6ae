/** How people come to an account: invitations, and a new password for who forgot theirs. */
@NullMarked
package vn.ocopmarket.storefront.enrolment;

import org.jspecify.annotations.NullMarked;
