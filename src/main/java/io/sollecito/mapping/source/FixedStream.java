package io.sollecito.mapping.source;

import io.sollecito.mapping.source.FixedFormat.Field;
import java.io.IOException;
import java.util.List;

/** The lines of a file with fields at fixed places. */
final class FixedStream implements RecordStream, SourceRecord {

    private final FixedFormat format;
    private final TextLines lines;
    private String line;

    FixedStream(FixedFormat format, TextLines lines) throws IOException, BrokenSource {
        this.format = format;
        this.lines = lines;
        lines.skip(format.skipLines());
    }

    @Override
    public List<String> captions() {
        return format.fields().stream().map(Field::name).toList();
    }

    @Override
    public boolean next() throws IOException, BrokenSource {
        do {
            line = lines.next();
        } while (line != null && line.isEmpty());
        return line != null;
    }

    @Override
    public SourceRecord current() {
        return this;
    }

    /** A field that the line's end cuts in two has no value: half an amount is a wrong amount. */
    @Override
    public Object cell(int position) {
        Field field = format.fields().get(position);
        int start = Math.min(line.length(), field.start() - 1);
        int end = field.length() == 0 ? line.length() : field.start() - 1 + field.length();
        boolean cut = end > line.length() && start < line.length();
        String text = Cells.stripped(line, start, Math.min(end, line.length()));
        return cut && text != null ? new Unclear(text, "is cut off by the end of the line") : text;
    }

    @Override
    public int count() {
        return format.fields().size();
    }

    @Override
    public long line() {
        return lines.number();
    }

    @Override
    public boolean isBlank() {
        return line.isBlank();
    }

    @Override
    public String raw() {
        return line;
    }

    @Override
    public long column(int position) {
        return format.fields().get(position).start();
    }

    @Override
    public Defect defect() {
        return format.lineLength() == 0 || line.length() == format.lineLength()
                ? null
                : new Defect(
                        format.fields().size(),
                        "the line has " + line.length() + " characters, not " + format.lineLength());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
