package io.sollecito.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The joins of a source: which of them some record sets ask for, and which files those need. */
final class AskedJoins {

    private final Source source;

    AskedJoins(Source source) {
        this.source = source;
    }

    /** By their names, in the mapping's order. */
    Map<String, Join> by(List<RecordSet> sets) {
        Map<String, Join> asked = new LinkedHashMap<>();
        source.joins().forEach((name, join) -> {
            if (Stream.concat(sets.stream().map(RecordSet::columns), Stream.of(source.common()))
                    .anyMatch(columns -> columns.names().stream().anyMatch(each -> each.startsWith(join.prefix())))) {
                asked.put(name, join);
            }
        });
        return asked;
    }

    /**
     * The files that a file must be read with.
     *
     * @param others those that are there, newest first
     * @throws Unreadable when one of them is not
     */
    List<InputFile> partnersOf(InputFile file, List<RecordSet> sets, List<InputFile> others) throws Unreadable {
        List<InputFile> partners = new ArrayList<>();
        for (Join join : by(sets).values()) {
            if (!join.isMetBy(file.plainName())) {
                partners.add(join.partnerOf(file, others));
            }
        }
        return partners.stream().distinct().toList();
    }
}
