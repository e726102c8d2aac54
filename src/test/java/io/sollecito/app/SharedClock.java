package io.sollecito.app;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A simulated clock that processes share by a file: it stands still until one of them sets it, forward or back. */
public final class SharedClock extends Clock {

    private final MappedByteBuffer millis;
    private final ZoneId zone;

    private SharedClock(MappedByteBuffer millis, ZoneId zone) {
        this.millis = millis;
        this.zone = zone;
    }

    /** The clock of that file, which is made if it is not there. */
    public static SharedClock of(Path file) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new SharedClock(channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES), ZoneOffset.UTC);
        }
    }

    public void set(Instant moment) {
        millis.putLong(0, moment.toEpochMilli());
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis.getLong(0));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new SharedClock(millis, other);
    }
}
