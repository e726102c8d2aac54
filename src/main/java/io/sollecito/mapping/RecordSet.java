package io.sollecito.mapping;

import com.google.re2j.Pattern;
import io.sollecito.expression.Condition;
import io.sollecito.mapping.source.TreePath.Step;
import io.sollecito.yaml.YamlNode;
import java.util.List;
import java.util.Set;

/** The records of one kind that a mapping makes, from certain files or from one query. */
public final class RecordSet {

    /** The kind of record sets that name all that is open, so that what they do not name is closed. */
    public static final String KEYS = "openItemKeys";

    /** The kinds of records that the ledger keeps. */
    public static final Set<String> KEPT = Set.of("openItem", "debtor", KEYS);

    private final String kind;
    private final Set<Integer> cells;
    private final Delivers delivers;
    private final String fileGlob;
    private final String query;
    private final String watermark;
    private final Set<String> parameters;
    private final List<RecordFilter> filters;
    private final RecordRule rule;
    private final Columns columns;
    private final YamlNode where;
    private final GroupRule group;
    private final List<Step> each;
    private final Pattern fileNames;

    RecordSet(
            String kind,
            Set<Integer> cells,
            Delivers delivers,
            String fileGlob,
            String query,
            String watermark,
            Set<String> parameters,
            List<RecordFilter> filters,
            RecordRule rule,
            Columns columns,
            YamlNode where,
            GroupRule group,
            List<Step> each) {
        this.kind = kind;
        this.cells = cells;
        this.delivers = delivers;
        this.fileGlob = fileGlob;
        this.query = query;
        this.watermark = watermark;
        this.parameters = parameters;
        this.filters = filters;
        this.rule = rule;
        this.columns = columns;
        this.where = where;
        this.group = group;
        this.each = each;
        this.fileNames = fileGlob == null ? null : Glob.compile(fileGlob);
    }

    /**
     * {@code openItem}, {@code debtor}, {@code openItemKeys}, {@code creditor}, {@code statement} or
     * {@code remittanceAdvice}.
     */
    public String kind() {
        return kind;
    }

    /** What its files or its query bring; null when the mapping does not say. */
    public Delivers delivers() {
        return delivers;
    }

    /** Which file names it takes ({@code *} and {@code ?}, in any case); null when all, or when a query is read. */
    public String fileGlob() {
        return fileGlob;
    }

    /** The SQL that reads the records; null when files are read. */
    public String query() {
        return query;
    }

    /** The query of a source that has one company, or tells them apart by a parameter. */
    public String camelQuery() {
        return camelQuery(null);
    }

    /**
     * The query with its parameters as camel-sql takes them, {@code :?watermark}.
     *
     * @param company what stands in names where the query says {@code ${company}}, or null
     * @throws IllegalArgumentException when the query asks for a company and this is none
     */
    public String camelQuery(String company) {
        return QueryParameters.forCamel(QueryParameters.ofCompany(query, company));
    }

    /** The query's column whose greatest value is the next poll's {@code :watermark}; null when files are read. */
    public String watermark() {
        return watermark;
    }

    /** The names of the query's parameters, such as {@code watermark}. */
    public Set<String> parameters() {
        return parameters;
    }

    boolean takes(String fileName) {
        return query == null && (fileNames == null || fileNames.matches(fileName));
    }

    /** Whether the mapping says how many cells its lines have. */
    boolean hasOwnWidths() {
        return !cells.isEmpty();
    }

    /** How many cells its lines may have. */
    Set<Integer> widths(int header) {
        return cells.isEmpty() ? Set.of(header) : cells;
    }

    RecordRule rule() {
        return rule;
    }

    Columns columns() {
        return columns;
    }

    /** Which of its records belong together, or null. */
    GroupRule group() {
        return group;
    }

    /** In XML and JSON, the steps from the source's record to the parts that are this set's records. */
    List<Step> each() {
        return each;
    }

    YamlNode where() {
        return where;
    }

    /** The name of the first filter that leaves the row out, or null. */
    String filteredBy(Row row) throws Condition.Failed {
        for (RecordFilter filter : filters) {
            if (filter.test().holds(row)) {
                return filter.name();
            }
        }
        return null;
    }

    /** Like {@link #filteredBy}; null also when a filter cannot be answered for the cells that are there. */
    String filterOf(Row row) {
        try {
            return filteredBy(row);
        } catch (Condition.Failed cutOff) {
            return null;
        }
    }

    /** The row's key, or null when it cannot be read. */
    String keyOrNull(Row row) {
        try {
            return rule.key(row);
        } catch (CellProblem unreadable) {
            return null;
        }
    }
}
