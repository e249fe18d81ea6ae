/** The wire protocol on a loopback port: messages in, commands done, messages out when what they say is on disk. */
@NullMarked
package vn.ocopmarket.embeddedmongo.wire;

import org.jspecify.annotations.NullMarked;
