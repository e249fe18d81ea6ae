package vn.ocopmarket.embeddedmongo.bson;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes, little-endian as BSON wants it. */
public final class ByteSink {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes;
    private int position;

    public ByteSink(int expected) {
        bytes = new byte[expected];
    }

    public int position() {
        return position;
    }

    public void writeInt(int value) {
        reserve(4);
        INT.set(bytes, position, value);
        position += 4;
    }

    /** Leaves room for an int that is known later; answers where. */
    public int reserveInt() {
        reserve(4);
        position += 4;
        return position - 4;
    }

    public void setInt(int at, int value) {
        INT.set(bytes, at, value);
    }

    void setByte(int at, int value) {
        bytes[at] = (byte) value;
    }

    public void writeByte(int value) {
        reserve(1);
        bytes[position++] = (byte) value;
    }

    void writeLong(long value) {
        reserve(8);
        LONG.set(bytes, position, value);
        position += 8;
    }

    void writeBytes(byte[] source) {
        reserve(source.length);
        System.arraycopy(source, 0, bytes, position, source.length);
        position += source.length;
    }

    void writeText(String text) {
        writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] toArray() {
        return Arrays.copyOf(bytes, position);
    }

    /** The array behind it, of which the first {@link #position()} bytes are written. */
    public byte[] array() {
        return bytes;
    }

    private void reserve(int more) {
        int needed = Math.addExact(position, more);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, (int) Math.min(Integer.MAX_VALUE - 16, bytes.length * 2L)));
        }
    }
}
