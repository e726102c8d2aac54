package io.sollecito.mapping;

import com.google.re2j.Pattern;
import io.sollecito.mapping.source.Format;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a mapping says about its files before any record is mapped.
 *
 * @param captions the columns' names when the files have no header line, else null
 * @param findsHeader whether the header is the first line that has the columns, whatever stands before it
 * @param asOf where it says what moment the facts are of, or null
 * @param fillDown columns whose blank cells repeat what stood there before
 * @param common the columns that {@code contexts} and {@code totals} ask for
 */
record Source(
        Format format,
        List<String> captions,
        boolean findsHeader,
        AsOf asOf,
        List<Variable> variables,
        List<String> fillDown,
        Columns common,
        List<ContextRule> contexts,
        List<TotalRule> totals,
        Map<String, Join> joins) {

    /** The same for a record that a person corrected, which comes alone: nothing adds up to its file's totals. */
    Source ofCorrections() {
        return new Source(
                format.ofCorrections(),
                captions,
                findsHeader,
                asOf,
                variables,
                fillDown,
                common,
                contexts,
                List.of(),
                joins);
    }

    /**
     * A value that stands once in the file, before its records.
     *
     * @param name with its {@code $}
     * @param line physical, from 1; 0 for the first that {@code extract} reads
     * @param cell from 1; 0 for the whole line
     * @param extract what of it is the value, or null
     * @param is what it must be, or empty
     */
    record Variable(String name, int line, int cell, Pattern extract, Set<String> is) {

        boolean isSearched() {
            return line == 0;
        }
    }

    /**
     * A record that is none itself, and tells something about those after it.
     *
     * @param name under which it is counted
     * @param set the value of each name, which begins with {@code $}
     * @param clear names that have no value from here on
     */
    record ContextRule(String name, RecordFilter.Test when, Map<String, Rule<?>> set, List<String> clear) {}
}
