package vn.ocopmarket.embeddedmongo.wire;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.BadValueException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.ocopmarket.embeddedmongo.bson.BsonReader;
import vn.ocopmarket.embeddedmongo.bson.BsonWriter;
import vn.ocopmarket.embeddedmongo.bson.ByteSink;

/**
 * A command as it comes over the wire, in OP_MSG or, for the first greeting of a driver, in OP_QUERY.
 *
 * @param wantsReply false for a write nobody waits for
 */
record Message(int requestId, int opCode, boolean wantsReply, Document body) {

    private static final int HEADER_BYTES = 16;
    private static final int OP_REPLY = 1;
    private static final int OP_QUERY = 2004;
    private static final int OP_MSG = 2013;
    private static final int CHECKSUM_PRESENT = 1;
    private static final int MORE_TO_COME = 2;

    static Message read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int requestId = in.getInt(4);
        int opCode = in.getInt(12);
        return switch (opCode) {
            case OP_MSG -> readMessage(requestId, in);
            case OP_QUERY -> readQuery(requestId, in);
            default -> throw new BadValueException("opcode " + opCode + " is not supported");
        };
    }

    /** A message whose content cannot be read, so that it can be answered. */
    static Message unread(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return new Message(in.getInt(4), in.getInt(12), true, new Document());
    }

    private static Message readMessage(int requestId, ByteBuffer in) {
        int flags = in.getInt(HEADER_BYTES);
        int end = in.limit() - ((flags & CHECKSUM_PRESENT) != 0 ? 4 : 0);
        Document body = new Document();
        Document sequences = new Document();
        int position = HEADER_BYTES + 4;
        while (position < end) {
            int kind = in.get(position++);
            if (kind == 0) {
                BsonReader reader = new BsonReader(in.array(), position);
                body = reader.document();
                position = reader.position();
            } else {
                int sectionEnd = position + in.getInt(position);
                readSequence(in, position + 4, sectionEnd, sequences);
                position = sectionEnd;
            }
        }
        body.putAll(sequences);
        return new Message(requestId, OP_MSG, (flags & MORE_TO_COME) == 0, body);
    }

    private static void readSequence(ByteBuffer in, int start, int end, Document into) {
        int nameEnd = endOfText(in, start);
        List<Document> documents = new ArrayList<>();
        BsonReader reader = new BsonReader(in.array(), nameEnd + 1);
        while (reader.position() < end) {
            documents.add(reader.document());
        }
        into.put(new String(in.array(), start, nameEnd - start, StandardCharsets.UTF_8), documents);
    }

    private static Message readQuery(int requestId, ByteBuffer in) {
        int start = HEADER_BYTES + 4;
        int nameEnd = endOfText(in, start);
        String collection = new String(in.array(), start, nameEnd - start, StandardCharsets.UTF_8);
        int dot = collection.indexOf('.');
        if (!collection.endsWith(".$cmd") || dot < 0) {
            throw new BadValueException("OP_QUERY is only supported for commands");
        }
        Document body = new BsonReader(in.array(), nameEnd + 1 + 8).document();
        body.put("$db", collection.substring(0, dot));
        return new Message(requestId, OP_QUERY, true, body);
    }

    private static int endOfText(ByteBuffer in, int start) {
        int end = start;
        while (in.get(end) != 0) {
            end++;
        }
        return end;
    }

    /** The bytes of the reply to this message. */
    ByteSink reply(Document reply) {
        ByteSink out = new ByteSink(2048);
        int length = out.reserveInt();
        out.writeInt(0);
        out.writeInt(requestId);
        if (opCode == OP_MSG) {
            out.writeInt(OP_MSG);
            out.writeInt(0);
            out.writeByte(0);
        } else {
            out.writeInt(OP_REPLY);
            out.writeInt(0);
            out.writeInt(0);
            out.writeInt(0);
            out.writeInt(0);
            out.writeInt(1);
        }
        new BsonWriter(out).document(reply);
        out.setInt(length, out.position());
        return out;
    }
}
