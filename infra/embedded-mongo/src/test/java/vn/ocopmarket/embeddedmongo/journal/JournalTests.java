package vn.ocopmarket.embeddedmongo.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ocopmarket.embeddedmongo.journal.JournalEntry.CollectionNamed;
import vn.ocopmarket.embeddedmongo.journal.JournalEntry.DocumentPut;

class JournalTests {

    @TempDir
    Path folder;

    @Test
    void replaysEveryKindOfEntryInOrder() throws Exception {
        List<JournalEntry> written = List.of(
                new CollectionNamed(1, "shop.orders"),
                new JournalEntry.IndexDropped(1, "sku_1"),
                new JournalEntry.DocumentDeleted(1, 7),
                new JournalEntry.CollectionDropped(2));
        try (Journal journal = Journal.open(folder, JournalTests::ignore)) {
            written.forEach(journal::append);
        }
        assertThat(replay()).isEqualTo(written);
    }

    @Test
    void dropsATornTailAtEveryByteAndKeepsAllBeforeIt() throws Exception {
        try (Journal journal = Journal.open(folder, JournalTests::ignore)) {
            for (int i = 0; i < 3; i++) {
                put(journal, i, "value " + i);
            }
        }
        Path file = folder.resolve("data.1.journal");
        byte[] whole = Files.readAllBytes(file);
        int lastFrame = frameStarts(whole).getLast();
        for (int length = lastFrame; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(replay()).as("cut at %d", length).hasSize(2);
            assertThat(Files.size(file)).isEqualTo(lastFrame);
        }
        Files.write(file, whole);
        assertThat(replay()).hasSize(3);
    }

    @Test
    void dropsALastFrameWithAnyBrokenByte() throws Exception {
        try (Journal journal = Journal.open(folder, JournalTests::ignore)) {
            put(journal, 1, "kept");
            put(journal, 2, "lost");
        }
        Path file = folder.resolve("data.1.journal");
        byte[] whole = Files.readAllBytes(file);
        for (int at = frameStarts(whole).getLast(); at < whole.length; at++) {
            byte[] broken = whole.clone();
            broken[at] ^= 0x40;
            Files.write(file, broken);
            assertThat(replay()).as("broken at %d", at).hasSize(1);
        }
    }

    @Test
    void refusesDamageInTheMiddleAtEveryByte() throws Exception {
        try (Journal journal = Journal.open(folder, JournalTests::ignore)) {
            put(journal, 1, "first");
            put(journal, 2, "second");
        }
        Path file = folder.resolve("data.1.journal");
        byte[] whole = Files.readAllBytes(file);
        for (int at = FileHeader.BYTES; at < frameStarts(whole).getLast(); at++) {
            byte[] broken = whole.clone();
            broken[at] ^= 0x01;
            Files.write(file, broken);
            assertThatThrownBy(this::replay)
                    .as("broken at %d", at)
                    .isInstanceOf(UnreadableJournal.class)
                    .hasMessageContaining("Acknowledged data is damaged")
                    .hasMessageContaining("backup");
            assertThat(Files.readAllBytes(file)).isEqualTo(broken);
        }
    }

    @Test
    void takesAJournalInsideADocumentForWhatItIs() throws Exception {
        try (Journal journal = Journal.open(folder, JournalTests::ignore)) {
            put(journal, 1, "inner");
        }
        Path file = folder.resolve("data.1.journal");
        byte[] inner = Files.readAllBytes(file);
        try (Journal journal = Journal.open(folder, JournalTests::ignore)) {
            append(journal, new DocumentPut(1, 2, inner));
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        assertThat(replay()).hasSize(1);
    }

    @Test
    void refusesWhatIsNoJournalOrOfALaterVersion() throws IOException {
        Path file = folder.resolve("data.1.journal");
        Files.writeString(file, "a text of more than sixteen bytes");
        assertThatThrownBy(this::replay).hasMessageContaining("is not a journal");

        Files.write(file, new byte[3]);
        assertThatThrownBy(this::replay).hasMessageContaining("too short");

        ByteBuffer later = FileHeader.write();
        later.putInt(8, FileHeader.VERSION + 1);
        Files.write(file, later.array());
        assertThatThrownBy(this::replay).hasMessageContaining("header").hasMessageContaining("damaged");
    }

    @Test
    void stopsWritingWhenTheDiskIsFullAndAcknowledgesNothingMore() throws Exception {
        Journal journal = Journal.open(folder, JournalTests::ignore, fullAfter(2_000));
        int acknowledged = 0;
        ExecutionException failure = null;
        while (failure == null) {
            try {
                put(journal, acknowledged, "x".repeat(100));
                acknowledged++;
            } catch (ExecutionException e) {
                failure = e;
            }
        }
        assertThat(failure)
                .hasCauseInstanceOf(JournalStopped.class)
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("Everything acknowledged so far is safe");
        assertThatThrownBy(() -> journal.append(new DocumentPut(1, 99, new byte[1])))
                .isInstanceOf(JournalStopped.class);
        CompletableFuture<@Nullable JournalStopped> late = new CompletableFuture<>();
        journal.whenDurable(journal.position(), late::complete);
        assertThat(late).isCompletedWithValueMatching(stopped -> stopped != null);
        journal.close();
        assertThat(replay()).hasSize(acknowledged);
        assertThat(acknowledged).isPositive();
    }

    @Test
    void compactsWhileWritesGoOnAndLosesNothing() throws Exception {
        Map<Long, String> model = new HashMap<>();
        try (Journal journal = Journal.open(folder, JournalTests::ignore)) {
            journal.compactWith(
                    entries -> {
                        Map<Long, String> now;
                        synchronized (model) {
                            now = new HashMap<>(model);
                        }
                        now.forEach((number, text) -> entries.accept(new DocumentPut(1, number, bytes(text))));
                    },
                    200_000);
            for (int i = 0; i < 6_000; i++) {
                long number = i % 50;
                String text = i + "x".repeat(500);
                synchronized (model) {
                    journal.append(new DocumentPut(1, number, bytes(text)));
                    model.put(number, text);
                }
                if (i % 100 == 0) {
                    awaitDurable(journal);
                }
            }
        }
        Map<Long, String> found = new HashMap<>();
        replay().forEach(entry -> {
            DocumentPut put = (DocumentPut) entry;
            found.put(put.document(), new String(put.bson(), StandardCharsets.UTF_8));
        });
        assertThat(found).isEqualTo(model);
        assertThat(Files.exists(folder.resolve("data.1.journal"))).isFalse();
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    private List<JournalEntry> replay() throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        Journal.open(folder, entries::add).close();
        return entries;
    }

    private static void put(Journal journal, long document, String text) throws Exception {
        append(journal, new DocumentPut(1, document, bytes(text)));
    }

    private static void append(Journal journal, JournalEntry entry) throws Exception {
        journal.append(entry);
        awaitDurable(journal);
    }

    private static void awaitDurable(Journal journal) throws Exception {
        CompletableFuture<Boolean> durable = new CompletableFuture<>();
        journal.whenDurable(journal.position(), failure -> {
            boolean _ = failure == null ? durable.complete(true) : durable.completeExceptionally(failure);
        });
        assertThat(durable.get(20, TimeUnit.SECONDS)).isTrue();
    }

    private static List<Integer> frameStarts(byte[] file) {
        List<Integer> starts = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(file);
        int at = FileHeader.BYTES;
        while (at < file.length) {
            starts.add(at);
            at += Frame.HEADER_BYTES + in.getInt(at + 4);
        }
        return starts;
    }

    private static JournalOutput.Opener fullAfter(long room) {
        return (path, offset) -> {
            JournalOutput disk = JournalOutput.onDisk(path, offset);
            return new JournalOutput() {
                private long left = room;

                @Override
                public void write(ByteBuffer bytes) throws IOException {
                    if (bytes.remaining() > left) {
                        disk.write(bytes.slice(bytes.position(), (int) left));
                        left = 0;
                        throw new IOException("No space left on device");
                    }
                    left -= bytes.remaining();
                    disk.write(bytes);
                }

                @Override
                public void force() throws IOException {
                    disk.force();
                }

                @Override
                public void close() throws IOException {
                    disk.close();
                }
            };
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void ignore(JournalEntry entry) {}
}
