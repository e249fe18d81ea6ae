package vn.ocopmarket.embeddedmongo.wire;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteOrder;
import java.util.concurrent.TimeUnit;
import vn.ocopmarket.embeddedmongo.command.CommandTable;
import vn.ocopmarket.embeddedmongo.journal.ChangeLog;

/** The loopback port. */
public final class Listener implements AutoCloseable {

    private static final int THREADS = 4;
    private static final int LONGEST_MESSAGE = 48_000_000 + 64 * 1024;

    /** Plain threads: these do the commands themselves, so they may wait for a collection, unlike a client's. */
    private final EventLoopGroup threads = new MultiThreadIoEventLoopGroup(
            THREADS, Thread.ofPlatform().daemon().name("mongo-connections-", 1).factory(), NioIoHandler.newFactory());

    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Channel port;

    /** Listens on this port of 127.0.0.1, on any free one for 0. */
    public Listener(int port, CommandTable commands, ChangeLog changes) {
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(threads)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.SO_BACKLOG, 512)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.ALLOCATOR, smallAllocator())
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel connection) {
                        connections.add(connection);
                        connection
                                .pipeline()
                                .addLast(new LengthFieldBasedFrameDecoder(
                                        ByteOrder.LITTLE_ENDIAN, LONGEST_MESSAGE, 0, 4, -4, 0, true))
                                .addLast(new MessageHandler(commands, changes));
                    }
                });
        try {
            this.port = bootstrap
                    .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                    .syncUninterruptibly()
                    .channel();
        } catch (RuntimeException e) {
            stopThreads();
            throw e;
        }
    }

    /** One small arena: the data is in the heap, only socket reads pass through here. */
    private static PooledByteBufAllocator smallAllocator() {
        return new PooledByteBufAllocator(true, 0, 1, 8192, 3, 0, 0, false);
    }

    public int port() {
        return ((InetSocketAddress) port.localAddress()).getPort();
    }

    @Override
    public void close() {
        port.close().syncUninterruptibly();
        connections.close().syncUninterruptibly();
        stopThreads();
    }

    private void stopThreads() {
        threads.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
