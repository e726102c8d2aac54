package io.sollecito.mapping.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The lines of a printed list. A line outside the frame (rules, page titles) is a record of one cell. Once the header is
 * known, cells are cut where its frame characters stand, so that a text may hold such a character itself.
 */
final class ListStream implements RecordStream, SourceRecord {

    private final ListFormat format;
    private final TextLines lines;
    private final List<Object> cells = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private int[] frames;
    private int[] lastFrames;
    private String line;
    private boolean framed;

    ListStream(ListFormat format, TextLines lines) throws IOException, BrokenSource {
        this.format = format;
        this.lines = lines;
        lines.skip(format.skipLines());
    }

    @Override
    public boolean next() throws IOException, BrokenSource {
        do {
            line = lines.next();
        } while (line != null && line.isBlank());
        if (line == null) {
            return false;
        }
        split();
        return true;
    }

    /** The header is the record that was read before somebody asked for its columns. */
    @Override
    public void want(boolean[] positions) {
        frames = lastFrames;
    }

    @Override
    public SourceRecord current() {
        return this;
    }

    @Override
    public Object cell(int position) {
        return position < cells.size() ? cells.get(position) : null;
    }

    @Override
    public int count() {
        return cells.size();
    }

    @Override
    public long line() {
        return lines.number();
    }

    @Override
    public boolean isBlank() {
        return cells.stream().allMatch(Objects::isNull);
    }

    @Override
    public String furniture() {
        return framed ? null : "outside-frame";
    }

    @Override
    public String raw() {
        return line;
    }

    @Override
    public long column(int position) {
        return position < starts.size() ? starts.get(position) + 1L : line.length() + 1L;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private void split() {
        cells.clear();
        starts.clear();
        String row = line.stripTrailing();
        int begin = row.length() - row.stripLeading().length();
        framed = row.length() > begin + 1
                && row.charAt(begin) == format.frame()
                && row.charAt(row.length() - 1) == format.frame();
        if (!framed) {
            add(row, 0, row.length());
            return;
        }
        lastFrames = stands(row, frames) ? frames : framesOf(row, begin);
        for (int i = 0; i + 1 < lastFrames.length; i++) {
            add(row, lastFrames[i] + 1, lastFrames[i + 1]);
        }
    }

    private void add(String row, int start, int end) {
        cells.add(Cells.stripped(row, start, end));
        starts.add(start);
    }

    private boolean stands(String row, int[] places) {
        if (places == null || places[places.length - 1] != row.length() - 1) {
            return false;
        }
        for (int place : places) {
            if (row.charAt(place) != format.frame()) {
                return false;
            }
        }
        return true;
    }

    private int[] framesOf(String row, int begin) {
        return IntStream.range(begin, row.length())
                .filter(i -> row.charAt(i) == format.frame())
                .toArray();
    }
}
