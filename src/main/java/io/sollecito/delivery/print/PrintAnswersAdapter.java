package io.sollecito.delivery.print;

import io.sollecito.delivery.print.PrintHouseAnswers.UnreadableAnswer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the print houses' routes call by the name {@code printAnswersAdapter}: one call takes one answer. */
public final class PrintAnswersAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(PrintAnswersAdapter.class);

    private final PrintHouseAnswers answers;
    private final Evidence evidence;

    public PrintAnswersAdapter(PrintHouseAnswers answers, Evidence evidence) {
        this.answers = answers;
        this.evidence = evidence;
    }

    /**
     * A file that is no answer is told and left where answers that were taken go; it stops no other.
     *
     * @param file the working copy
     * @param name its remote name, which is data and never part of a path
     */
    public void take(String route, String creditor, File file, String name) throws IOException {
        byte[] bytes = bytes(file);
        try {
            int news = take(creditor, name, bytes);
            LOG.info("connection {} answer {}: {} news", route, name, news);
        } catch (UnreadableAnswer unreadable) {
            LOG.warn("connection {} file {} is no answer: {}", route, name, unreadable.getMessage());
        }
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
