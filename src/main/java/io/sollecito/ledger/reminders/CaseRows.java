package io.sollecito.ledger.reminders;

import io.sollecito.model.Hold;
import io.sollecito.model.ItemDecision;
import io.sollecito.model.PlanOutcome;
import io.sollecito.model.SentStep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;

/** Rows of the ledger as the records that planning works on. */
final class CaseRows {

    private CaseRows() {}

    static ItemDecision decision(ResultSet rs) throws SQLException {
        return new ItemDecision(
                PlanOutcome.of(rs.getString("outcome")),
                rs.getString("plan"),
                rs.getString("step"),
                rs.getString("reason"));
    }

    static Hold hold(ResultSet rs) throws SQLException {
        return new Hold(
                rs.getLong("id"),
                rs.getString("kind"),
                rs.getString("reason"),
                rs.getString("owner"),
                rs.getObject("starts_on", LocalDate.class),
                rs.getObject("ends_on", LocalDate.class),
                new Hold.Terms(
                        rs.getObject("agreement_id", Long.class),
                        rs.getString("code"),
                        rs.getBigDecimal("part"),
                        rs.getObject("opened_on", LocalDate.class),
                        rs.getObject("file_by", LocalDate.class),
                        rs.getObject("mail_id", Long.class)));
    }

    /** A reminder as its highest step. */
    static SentStep reminder(ResultSet rs) throws SQLException {
        LocalDate effective = rs.getObject("effective_on", LocalDate.class);
        return new SentStep(
                rs.getString("plan"),
                rs.getString("step"),
                0,
                null,
                effective == null ? rs.getObject("run_date", LocalDate.class) : effective,
                SentStep.State.valueOf(rs.getString("state").toUpperCase(Locale.ROOT)),
                rs.getObject("deadline", LocalDate.class),
                rs.getString("reason"));
    }
}
