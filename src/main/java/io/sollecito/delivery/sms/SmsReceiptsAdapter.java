package io.sollecito.delivery.sms;

import io.sollecito.ledger.journal.Alarms;
import io.sollecito.ledger.outbox.SmsReports;
import io.sollecito.ledger.outbox.SmsReports.Report;
import io.sollecito.model.OneLine;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.smpp.SmppConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the message centres' routes call by the name {@code smsReceiptsAdapter}: one call takes one delivery report. If it
 * fails, the message centre is told so and sends the report again.
 */
public final class SmsReceiptsAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(SmsReceiptsAdapter.class);
    static final int LONGEST_ID = 65;
    private static final int LONGEST_WORD = 20;

    private final SmsReports reports;
    private final Alarms alarms;

    public SmsReceiptsAdapter(SmsReports reports, Alarms alarms) {
        this.reports = reports;
        this.alarms = alarms;
    }

    /** @param exchange holds what the message centre sent; only its id, state and error are looked at */
    public void take(Exchange exchange, String route, String creditor) {
        Message message = exchange.getMessage();
        String id = id(message);
        Object state = message.getHeader(SmppConstants.FINAL_STATUS);
        if (id.isBlank() || state == null) {
            unread(route, creditor);
            return;
        }
        take(new Report(route, creditor, id, word(state), error(message)));
    }

    /** Takes what an HTTP gateway sent, each report once; returns how many there were. */
    public int takeAll(String route, String creditor, List<SmsReportReader.Read> read) {
        for (SmsReportReader.Read report : read) {
            if (report.id().isBlank() || report.state().isBlank()) {
                unread(route, creditor);
            } else {
                take(new Report(route, creditor, report.id(), report.state(), report.code()));
            }
        }
        return read.size();
    }

    private void take(Report report) {
        boolean fresh = reports.take(report);
        LOG.debug("connection {} took a delivery report{}", report.connection(), fresh ? "" : " again");
    }

    private void unread(String route, String creditor) {
        alarms.raise(
                creditor,
                "sms-unread",
                "connection:" + route,
                "connection " + route + " brings messages that are no delivery reports; nobody reads them");
    }

    /** The message centre's own field for the id, if it uses it: in the text some write it in another notation. */
    private static String id(Message message) {
        Map<?, ?> fields = message.getHeader(SmppConstants.OPTIONAL_PARAMETERS, Map.class);
        Object field = fields == null ? null : fields.get("RECEIPTED_MESSAGE_ID");
        Object id = field == null ? message.getHeader(SmppConstants.ID) : field;
        return id == null ? "" : OneLine.of(id.toString(), LONGEST_ID).strip();
    }

    private static String word(Object state) {
        return OneLine.of(state.toString(), LONGEST_WORD).toUpperCase(Locale.ROOT);
    }

    private static String error(Message message) {
        String error = message.getHeader(SmppConstants.ERROR, String.class);
        return error == null ? null : OneLine.of(error, LONGEST_WORD);
    }
}
