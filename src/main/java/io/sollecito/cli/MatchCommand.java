package io.sollecito.cli;

import io.sollecito.bank.MappedStatements;
import io.sollecito.bank.StatementFile;
import io.sollecito.bank.StatementReader;
import io.sollecito.creditors.CreditorFiles;
import io.sollecito.mapping.Mapping;
import io.sollecito.model.AdviceLine;
import io.sollecito.model.Amounts;
import io.sollecito.model.CanonicalJson;
import io.sollecito.model.Counted;
import io.sollecito.model.MatchingRules;
import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import io.sollecito.model.Statement;
import io.sollecito.reconciliation.Advices;
import io.sollecito.reconciliation.Allocation;
import io.sollecito.reconciliation.Book;
import io.sollecito.reconciliation.Candidate;
import io.sollecito.reconciliation.Decision;
import io.sollecito.reconciliation.Dividing;
import io.sollecito.reconciliation.Incoming;
import io.sollecito.reconciliation.MatchJson;
import io.sollecito.reconciliation.Matcher;
import io.sollecito.reconciliation.NotOursFacts;
import io.sollecito.reconciliation.NotOursRules;
import io.sollecito.reconciliation.Outcomes;
import io.sollecito.reconciliation.PaidBefore;
import io.sollecito.reconciliation.ReferenceBook;
import io.sollecito.reconciliation.SettledNumbers;
import io.sollecito.reconciliation.Wanted;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hub match}: what reconciliation would do with statements and open items; writes nothing. */
@Command(
        name = "match",
        description = "Shows what reconciliation would do: allocations with their evidence, candidates, leftovers.",
        mixinStandardHelpOptions = true)
public final class MatchCommand implements Callable<Integer> {

    private record Read(String statementId, Incoming payment) {}

    @Option(
            names = "--open-items",
            paramLabel = "FILE",
            required = true,
            description = "Open items as hub map prints them.")
    private String openItems;

    @Parameters(paramLabel = "STATEMENT", arity = "1..*", description = "Bank statement files.")
    private List<String> files;

    @Option(
            names = "--creditor",
            paramLabel = "FILE",
            description = "The creditor's file: its thresholds and tolerances instead of the usual ones.")
    private Path creditor;

    @Option(
            names = "--advice",
            paramLabel = "FILE",
            description = "Remittance advices as hub map prints them: what payments are for.")
    private List<Path> advices = List.of();

    @Option(
            names = "--mapping",
            paramLabel = "NAME",
            description =
                    "The statements are lists (CSV, Excel) that this mapping of kind statement reads: a file, or the"
                            + " name of one in the hub's folder of mappings.")
    private String mapping;

    @Option(names = "--json", description = "One JSON object per payment, then a summary, on standard output.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private final Set<String> ownAccounts = new HashSet<>();
    private final Supplier<NotOursRules> rules;
    private final Supplier<Path> mappings;
    private boolean problems;

    /** With the shipped rules for money that is no debtor's, and mappings that are named by their files alone. */
    MatchCommand() {
        this(NotOursRules::shipped, () -> Path.of("mappings"));
    }

    /**
     * @param rules for money that is no debtor's
     * @param mappings the folder of the house's mappings
     */
    MatchCommand(Supplier<NotOursRules> rules, Supplier<Path> mappings) {
        this.rules = rules;
        this.mappings = mappings;
    }

    @Override
    public Integer call() throws IOException {
        MatchingRules matching;
        Mapping lists;
        try {
            matching = creditor == null ? MatchingRules.DEFAULT : CreditorFiles.matching(creditor);
            lists = mapping == null ? null : NamedMapping.load(mapping, mappings.get());
        } catch (ProblemsFound found) {
            found.problems().forEach(spec.commandLine().getErr()::println);
            return 1;
        }
        List<Read> payments = payments(lists);
        List<Incoming> incoming = payments.stream().map(Read::payment).toList();
        Advices advised = advices();
        Book book = new Book(new Wanted(incoming, ReferenceBook.NONE, advised), SettledNumbers.NONE);
        try {
            new OpenItemsFile(openItems).into(book);
        } catch (ProblemsFound found) {
            problems = true;
            found.problems().forEach(spec.commandLine().getErr()::println);
        } catch (IOException unreadable) {
            spec.commandLine().getErr().println(openItems + ": cannot be read: " + unreadable.getMessage());
            return 1;
        }
        List<Decision> decisions = new Matcher(
                        book,
                        ReferenceBook.NONE,
                        PaidBefore.NONE,
                        ownAccounts,
                        NotOursFacts.of(rules.get()),
                        matching,
                        advised)
                .decide(incoming);
        print(payments, decisions);
        return problems ? 1 : 0;
    }

    private Advices advices() throws IOException {
        List<Problem> broken = new ArrayList<>();
        List<AdviceLine> lines = new ArrayList<>();
        for (Path file : advices) {
            new CanonicalLines(file, broken)
                    .read(
                            text -> text.contains("\"remittanceAdvice\""),
                            (json, number) -> lines.add(CanonicalJson.advice(json)));
        }
        problems |= !broken.isEmpty();
        broken.forEach(spec.commandLine().getErr()::println);
        return new Advices(lines);
    }

    /** The booked payments of all files, each once; a file with problems would be quarantined and gives none. */
    private List<Read> payments(Mapping lists) {
        List<Read> payments = new ArrayList<>();
        EntriesOnce once = new EntriesOnce();
        for (String name : files) {
            StatementFile file = lists == null
                    ? StatementReader.read(Path.of(name), name)
                    : MappedStatements.read(lists, Path.of(name), name);
            file.problems().forEach(spec.commandLine().getErr()::println);
            if (!file.problems().isEmpty()) {
                problems = true;
                continue;
            }
            for (Statement statement : file.statements()) {
                ownAccounts.add(statement.account());
                for (Statement.Entry entry : once.fresh(statement)) {
                    boolean pending =
                            entry.bookingDate() == null && file.format().startsWith("camt.052");
                    if (!pending) {
                        Dividing.payments(entry)
                                .forEach(payment -> payments.add(
                                        new Read(statement.statementId(), Incoming.of(statement, entry, payment))));
                    }
                }
            }
        }
        return payments;
    }

    private void print(List<Read> payments, List<Decision> decisions) {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < decisions.size(); i++) {
            Decision decision = decisions.get(i);
            counts.merge(decision.word(), 1, Integer::sum);
            Incoming payment = payments.get(i).payment();
            if (json) {
                out.println(MatchJson.payment(payments.get(i).statementId(), payment, decision));
            } else {
                print(payment, decision, out);
            }
        }
        out.println(json ? MatchJson.summary(counts) : text(payments.size(), counts));
        out.flush();
        spec.commandLine().getErr().flush();
    }

    private static void print(Incoming payment, Decision decision, PrintWriter out) {
        out.println(payment.bookingDate() + "  " + Amounts.text(payment.amount(), payment.currency()) + " "
                + payment.currency() + "  " + decision.word() + ": " + String.join("; ", decision.evidence()));
        Outcomes.allocations(decision).forEach(allocation -> out.println("    " + text(allocation)));
        for (Candidate candidate : Outcomes.candidates(decision)) {
            out.println("    perhaps (" + candidate.score() + ", " + String.join("; ", candidate.evidence()) + "): "
                    + candidate.allocations().stream().map(MatchCommand::text).collect(Collectors.joining(", ")));
        }
    }

    private static String text(int payments, Map<String, Integer> counts) {
        return Counted.of(payments, "payment")
                + counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining(", ", counts.isEmpty() ? "" : ": ", ""));
    }

    private static String text(Allocation allocation) {
        return Amounts.text(allocation.amount(), allocation.item().currency()) + " "
                + allocation.purpose().word() + " of " + allocation.item().number() + " (debtor "
                + allocation.item().debtor().debtor() + ")";
    }
}
