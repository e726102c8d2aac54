package io.sollecito.digest;

import io.sollecito.ledger.figures.Ageing;
import io.sollecito.model.OneLine;
import java.util.List;
import java.util.Locale;

/** Writes a digest as an e-mail: text and HTML with the ageing chart inside, the same figures as CSV attached. */
public final class DigestWriter {

    private static final int SHOWN = 15;

    private final DigestHtml html = new DigestHtml();

    public DigestMail write(Digest digest) {
        List<Section> shown = Sections.of(digest, SHOWN);
        return new DigestMail(
                subject(digest),
                DigestText.write(digest, shown),
                html.write(digest, shown),
                AgeingChart.png(mainAgeing(digest)),
                "receivables-" + digest.creditor().code().toLowerCase(Locale.ROOT) + "-" + digest.day() + ".csv",
                DigestCsv.write(digest, Sections.of(digest, Integer.MAX_VALUE)));
    }

    private static String subject(Digest digest) {
        String decide = digest.toDecide() == 0 ? "nothing to decide" : Words.count(digest.toDecide()) + " to decide";
        String subject = digest.creditor().name() + ": receivables digest " + digest.day() + " \u2013 " + decide;
        return OneLine.of(subject);
    }

    private static Ageing mainAgeing(Digest digest) {
        String main = digest.mainBalance().currency();
        return digest.figures().ageing().stream()
                .filter(ageing -> ageing.currency().equals(main))
                .findFirst()
                .orElse(null);
    }
}
