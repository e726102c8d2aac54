package io.sollecito.cli;

import io.sollecito.ledger.proposals.ProposalRelease.Released;
import io.sollecito.ledger.proposals.Scope;
import io.sollecito.ledger.stories.Found;
import io.sollecito.model.Counted;
import io.sollecito.model.Creditor;
import io.sollecito.reminders.ProposalDesk;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person decides about a run's proposal. */
abstract class ProposalDecision extends ReasonedCommand {

    @Parameters(paramLabel = "RUN", description = "The run, as 'hub proposal' shows it.")
    private String run;

    ProposalDecision(Supplier<LedgerTools> tools, Caller caller) {
        super(tools, caller);
    }

    abstract int decide(LedgerTools ledger, ProposalDesk desk, Creditor creditor, long number);

    @Override
    final int decide(LedgerTools ledger) {
        long number = Long.parseLong(run.startsWith("run:") ? run.substring("run:".length()) : run);
        Creditor creditor = ledger.creditors().stream()
                .filter(each -> ledger.proposals().open(each.code()).stream().anyMatch(open -> open.run() == number))
                .findFirst()
                .orElseThrow(() -> CannotDo.refused(
                        "Nothing of run " + number + " waits for release; 'hub proposal' lists what does."));
        return decide(ledger, ledger.proposalDesk(), creditor, number);
    }

    /** A decision about some of the messages. */
    abstract static class InPart extends ProposalDecision {

        @Option(names = "--debtor", paramLabel = "DEBTOR", description = "Those to this debtor.")
        private String debtor;

        @Option(names = "--item", paramLabel = "ITEM", description = "The one about this item.")
        private String item;

        @Option(names = "--plan", paramLabel = "PLAN", description = "Those of this plan.")
        private String plan;

        @Option(names = "--step", paramLabel = "STEP", description = "Those of this step.")
        private String step;

        InPart(Supplier<LedgerTools> tools, Caller caller) {
            super(tools, caller);
        }

        final boolean whole() {
            return Stream.of(debtor, item, plan, step).allMatch(given -> given == null);
        }

        final Scope scope(LedgerTools ledger, Creditor creditor) {
            String[] account = {null, null, null};
            if (debtor != null) {
                Found found = one(ledger, debtor, "debtor");
                account = found.id().split("/", 3);
                if (!account[0].equals(creditor.code())) {
                    throw CannotDo.refused(debtor + " is no debtor of " + creditor.code() + ".");
                }
            }
            return new Scope(account[1], account[2], item == null ? null : id(one(ledger, item, "item")), plan, step);
        }
    }

    /** {@code hub proposal approve}. */
    @Command(
            name = "approve",
            description = "Approves the messages of a proposal, or those that are named.",
            mixinStandardHelpOptions = true)
    static final class Approve extends InPart {

        Approve(Supplier<LedgerTools> tools, Caller caller) {
            super(tools, caller);
        }

        @Override
        int decide(LedgerTools ledger, ProposalDesk desk, Creditor creditor, long number) {
            int approved = desk.approve(creditor, number, scope(ledger, creditor), user(), reason());
            if (approved == 0) {
                throw CannotDo.refused("No message of run " + number + " that is not approved yet is meant.");
            }
            say(Counted.of(approved, "message") + " of run " + number + " approved; 'hub proposal release " + number
                    + "' lets them go");
            return 0;
        }
    }

    /** {@code hub proposal change}. */
    @Command(
            name = "change",
            description =
                    "Takes items out of a proposal, goes a step back, or takes another channel; what changed is to"
                            + " be approved anew.",
            mixinStandardHelpOptions = true)
    static final class Change extends InPart {

        @Option(names = "--out", description = "Not in this run; the next one plans it again.")
        private boolean out;

        @Option(names = "--back", description = "The step before, once more if it went out before.")
        private boolean back;

        @Option(names = "--channel", paramLabel = "CHANNEL", description = "By this channel, which reaches the debtor.")
        private String channel;

        Change(Supplier<LedgerTools> tools, Caller caller) {
            super(tools, caller);
        }

        @Override
        int decide(LedgerTools ledger, ProposalDesk desk, Creditor creditor, long number) {
            if (Stream.of(out, back, channel != null).filter(given -> given).count() != 1) {
                throw wrongUsage("Give one of --out, --back and --channel");
            }
            if (whole()) {
                throw wrongUsage("Name what is to change: --debtor, --item, --plan or --step");
            }
            Scope scope = scope(ledger, creditor);
            int items = out
                    ? desk.leaveOut(creditor, number, scope, user(), reason())
                    : back
                            ? desk.stepBack(creditor, number, scope, user(), reason())
                            : desk.channel(creditor, number, scope, channel, user(), reason());
            say(Counted.of(items, "item") + " of run " + number
                    + (out ? " left out until the next run" : back ? " a step back" : " by " + channel));
            return 0;
        }
    }

    /** {@code hub proposal release}. */
    @Command(
            name = "release",
            description = "Lets the approved messages of a proposal go.",
            mixinStandardHelpOptions = true)
    static final class Release extends ProposalDecision {

        Release(Supplier<LedgerTools> tools, Caller caller) {
            super(tools, caller);
        }

        @Override
        int decide(LedgerTools ledger, ProposalDesk desk, Creditor creditor, long number) {
            Released released = desk.release(creditor, number, user(), reason());
            if (released.messages() + released.cancelled() == 0) {
                throw CannotDo.refused("Nothing of run " + number + " is approved; 'hub proposal approve " + number
                        + "' approves all of it.");
            }
            say(Counted.of(released.messages(), "message") + " of run " + number + " released"
                    + (released.cancelled() == 0
                            ? ""
                            : "; " + Counted.of(released.cancelled(), "message")
                                    + " may not leave any more and will be planned again"));
            return 0;
        }
    }
}
