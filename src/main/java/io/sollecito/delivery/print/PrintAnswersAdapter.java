package io.sollecito.delivery.print;

import io.sollecito.delivery.print.PrintHouseAnswers.UnreadableAnswer;
import io.sollecito.delivery.print.bill.BillIntake;
import io.sollecito.model.Creditor;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the print houses' routes call by the name {@code printAnswersAdapter}: one call takes one answer. */
public final class PrintAnswersAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(PrintAnswersAdapter.class);

    private final PrintHouseAnswers answers;
    private final Evidence evidence;
    private final BillIntake bills;
    private final Map<String, Creditor> creditors;

    /** @param creditors by code */
    public PrintAnswersAdapter(
            PrintHouseAnswers answers, Evidence evidence, BillIntake bills, Map<String, Creditor> creditors) {
        this.answers = answers;
        this.evidence = evidence;
        this.bills = bills;
        this.creditors = Map.copyOf(creditors);
    }

    /**
     * A file that is no answer is told and left where answers that were taken go; it stops no other.
     *
     * @param file the working copy
     * @param name its remote name, which is data and never part of a path
     */
    public void take(String route, String creditor, File file, String name) throws IOException {
        try {
            int news = isBill(name)
                    ? bills.arrived(creditors.get(creditor), file.toPath(), name)
                    : take(creditor, name, bytes(file));
            LOG.info("connection {} answer {}: {} news", route, name, news);
        } catch (UnreadableAnswer unreadable) {
            LOG.warn("connection {} file {} is no answer: {}", route, name, unreadable.getMessage());
        }
    }

    /** A print house may call its bills as it likes; every other CSV file of it is a status file. */
    private static boolean isBill(String name) {
        return name.endsWith(".csv") && !PrintHouseAnswers.isStatus(name);
    }

    private int take(String creditor, String name, byte[] bytes) throws UnreadableAnswer, IOException {
        if (name.endsWith(".pdf")) {
            return evidence.keep(creditor, name, bytes);
        }
        return name.endsWith(".ack.json")
                ? answers.acknowledgement(creditor, name, bytes)
                : answers.status(creditor, name, bytes);
    }

    /** One byte more than the largest answer at most: enough to refuse it. */
    private static byte[] bytes(File file) throws IOException {
        try (InputStream in = Files.newInputStream(file.toPath())) {
            return in.readNBytes(PrintHouseAnswers.LARGEST + 1);
        }
    }
}
