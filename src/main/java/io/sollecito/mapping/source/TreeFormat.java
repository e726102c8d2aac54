package io.sollecito.mapping.source;

import io.sollecito.mapping.source.TreePath.NoPath;
import io.sollecito.mapping.source.TreePath.Step;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * XML or JSON: a document whose parts are records.
 *
 * @param json else XML
 * @param unit the steps from the document to the part that is held in memory while its records are read
 * @param namespaces the URI of each prefix that the mapping uses
 * @param embedded the names under which a PDF may carry the document; empty when none does
 * @param lanes the record sets' paths and columns
 */
public record TreeFormat(
        boolean json, List<Step> unit, Map<String, String> namespaces, List<String> embedded, List<Lane> lanes)
        implements Format {

    /**
     * Records at one path and the columns that are asked of them.
     *
     * @param each the steps from the unit to its records
     */
    public record Lane(List<Step> each, List<Column> columns) {}

    /** A value: the first of several ways that leads to something. */
    public record Column(List<Way> ways) {}

    /** So many levels up from the record, then down the steps. */
    public record Way(int ups, List<Step> steps) {}

    /**
     * @param record the path of the unit; null for the document element, or each value of JSON
     * @throws IllegalArgumentException when it is no path; the message completes "the path ..."
     */
    public static TreeFormat of(boolean json, String record, Map<String, String> namespaces) {
        String path = record == null ? json ? "" : "*" : record;
        try {
            TreePath unit = TreePath.parse(path, namespaces);
            if (unit.ups() > 0) {
                throw new NoPath("goes up from the document");
            }
            return new TreeFormat(json, unit.steps(), namespaces, List.of(), List.of());
        } catch (NoPath wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }

    /** @throws IllegalArgumentException when it is no path below the unit */
    public List<Step> each(String path) {
        try {
            TreePath each = TreePath.parse(path, namespaces);
            if (each.absolute() || each.ups() > 0) {
                throw new NoPath("must lead down from the record");
            }
            return each.steps();
        } catch (NoPath wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }

    /** @throws IllegalArgumentException when one of them is no path */
    public Column column(List<String> paths, List<Step> each) {
        return new Column(paths.stream().map(path -> way(path, each)).toList());
    }

    private Way way(String path, List<Step> each) {
        try {
            TreePath parsed = TreePath.parse(path, namespaces);
            List<Step> record = Stream.concat(unit.stream(), each.stream()).toList();
            if (parsed.ups() > record.size()) {
                throw new NoPath("goes up above the document");
            }
            if (!parsed.absolute()) {
                return new Way(parsed.ups(), parsed.steps());
            }
            int common = 0;
            while (common < record.size()
                    && common < parsed.steps().size()
                    && isSame(parsed.steps().get(common), record.get(common))) {
                common++;
            }
            return new Way(
                    record.size() - common,
                    parsed.steps().subList(common, parsed.steps().size()));
        } catch (NoPath wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }

    /** The same, of documents that PDFs may carry under one of these names. */
    public TreeFormat embeddedAs(List<String> names) {
        return new TreeFormat(json, unit, namespaces, List.copyOf(names), lanes);
    }

    /**
     * Another reading of such documents, whose records are the values at one path.
     *
     * @throws IllegalArgumentException when it is no path that leads from the document to them
     */
    public TreeFormat only(String path) {
        try {
            TreePath value = TreePath.parse(path, namespaces);
            if (!value.absolute() || value.steps().stream().anyMatch(step -> step.test() != null)) {
                throw new NoPath("must lead from the document, without conditions");
            }
            Column itself = new Column(List.of(new Way(0, List.of())));
            return new TreeFormat(
                    json, value.steps(), namespaces, embedded, List.of(new Lane(List.of(), List.of(itself))));
        } catch (NoPath wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }

    public TreeFormat with(List<Lane> readers) {
        return new TreeFormat(json, unit, namespaces, embedded, readers);
    }

    @Override
    public RecordStream open(Path file, String name) throws IOException, BrokenSource {
        TreeBuilder builder = new TreeBuilder(shape(), unit, name);
        InputStream in = !embedded.isEmpty() && PdfCarrier.isPdf(file)
                ? PdfCarrier.open(file, name, embedded)
                : new BufferedInputStream(Files.newInputStream(file), 64 * 1024);
        TreeEvents events = json ? new JsonEvents(in, builder, name) : new XmlEvents(in, builder, name);
        return new TreeStream(this, events, builder);
    }

    private TreeShape shape() {
        TreeShape shape = new TreeShape();
        shape.want(unit);
        for (Lane lane : lanes) {
            List<Step> record =
                    Stream.concat(unit.stream(), lane.each().stream()).toList();
            shape.want(record);
            lane.columns().stream()
                    .flatMap(column -> column.ways().stream())
                    .forEach(way -> shape.want(
                            Stream.concat(record.stream().limit(record.size() - way.ups()), way.steps().stream())
                                    .toList()));
        }
        return shape;
    }

    private static boolean isSame(Step asked, Step record) {
        return asked.test() == null && asked.matches(record.namespace(), record.local());
    }
}
