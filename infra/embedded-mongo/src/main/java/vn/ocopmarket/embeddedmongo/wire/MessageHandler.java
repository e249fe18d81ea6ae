package vn.ocopmarket.embeddedmongo.wire;

import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ocopmarket.embeddedmongo.bson.ByteSink;
import vn.ocopmarket.embeddedmongo.command.CommandTable;
import vn.ocopmarket.embeddedmongo.command.Outcome;
import vn.ocopmarket.embeddedmongo.command.Replies;
import vn.ocopmarket.embeddedmongo.journal.ChangeLog;

/** Does the commands of one connection; no thread waits for the disk, the reply is sent when the journal calls back. */
final class MessageHandler extends SimpleChannelInboundHandler<ByteBuf> {

    private static final Logger log = LoggerFactory.getLogger(MessageHandler.class);

    private final CommandTable commands;
    private final ChangeLog changes;

    MessageHandler(CommandTable commands, ChangeLog changes) {
        this.commands = commands;
        this.changes = changes;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf frame) {
        byte[] bytes = new byte[frame.readableBytes()];
        frame.readBytes(bytes);
        Message message;
        Outcome outcome;
        try {
            message = Message.read(bytes);
            outcome = commands.execute(message.body());
        } catch (MongoServerException e) {
            message = Message.unread(bytes);
            outcome = new Outcome(Replies.failed(e), 0);
        }
        answer(context, message, outcome);
    }

    private void answer(ChannelHandlerContext context, Message message, Outcome outcome) {
        if (!message.wantsReply()) {
            return;
        }
        ByteSink reply = message.reply(outcome.reply());
        if (outcome.durableAt() == 0) {
            send(context, reply);
        } else {
            changes.whenDurable(
                    outcome.durableAt(),
                    failure -> send(context, failure == null ? reply : message.reply(Replies.failed(failure))));
        }
    }

    private static void send(ChannelHandlerContext context, ByteSink reply) {
        var _ = context.writeAndFlush(Unpooled.wrappedBuffer(reply.array(), 0, reply.position()));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        log.warn("Closing connection {}: {}", context.channel().remoteAddress(), cause.toString());
        var _ = context.close();
    }
}
