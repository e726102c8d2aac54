package io.sollecito.delivery;

import io.sollecito.delivery.DeliveryOutcome.AddressRefused;
import io.sollecito.delivery.DeliveryOutcome.Failed;
import io.sollecito.delivery.DeliveryOutcome.Sent;
import io.sollecito.delivery.DeliveryOutcome.Uncertain;
import io.sollecito.delivery.DeliveryOutcome.Withdrawn;
import io.sollecito.ledger.outbox.Accepted;
import io.sollecito.ledger.outbox.Claim;
import io.sollecito.ledger.outbox.DispatchContent;
import io.sollecito.ledger.outbox.DispatchContents;
import io.sollecito.ledger.outbox.Outbox;
import io.sollecito.ledger.outbox.OutboxRecovery;
import io.sollecito.model.Creditor;
import io.sollecito.reminders.message.MessageHeld;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due. A message whose words are incomplete is held: its dispatch fails with the reason, no other channel
 * is tried (it would lack the same fact), and the next planning run composes anew.
 */
public final class Dispatcher implements AutoCloseable {

    /** What became of a claimed dispatch. */
    public enum Result {
        SENT,
        FAILED,
        UNCERTAIN,
        HELD,
        /** Cancelled or claimed by another worker between claim and send. */
        WITHDRAWN
    }

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Outbox outbox;
    private final OutboxRecovery recovery;
    private final DispatchContents contents;
    private final List<Creditor> creditors;
    private final Map<String, Channel> channels;
    private final Clock clock;
    private final String worker;
    private final int batch;
    private final ExecutorService senders;
    private final AtomicInteger delivering = new AtomicInteger();
    private final AskedTogether<Claim, Boolean> leaving = new AskedTogether<>(delivering::get, this::mayLeave);
    private final AskedTogether<Accepted, Boolean> completion = new AskedTogether<>(delivering::get, this::complete);
    private volatile boolean ending;

    /**
     * @param worker this node's name
     * @param threads how many messages are on their way at a time
     * @param batch how many dispatches one claim takes
     */
    public Dispatcher(
            Outbox outbox,
            OutboxRecovery recovery,
            DispatchContents contents,
            List<Creditor> creditors,
            List<Channel> channels,
            Clock clock,
            String worker,
            int threads,
            int batch) {
        this.outbox = outbox;
        this.recovery = recovery;
        this.contents = contents;
        this.creditors = List.copyOf(creditors);
        this.channels = channels.stream().collect(Collectors.toMap(Channel::name, Function.identity()));
        this.clock = clock;
        this.worker = worker;
        this.batch = batch;
        this.senders = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "dispatcher-" + worker);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Sends everything that is due now and returns how much of it ended how. */
    public Map<Result, Integer> dispatchDue() {
        recovery.expireLeases();
        Map<Result, Integer> results = new EnumMap<>(Result.class);
        for (Creditor creditor : creditors) {
            dispatch(creditor, result -> results.merge(result, 1, Integer::sum));
        }
        return results;
    }

    /** The node is about to end: what is claimed is sent, and nothing more is claimed. */
    public void claimNoMore() {
        ending = true;
    }

    @Override
    public void close() {
        claimNoMore();
        senders.shutdown();
    }

    private List<Claim> claim(Creditor creditor) {
        return ending ? List.of() : outbox.claim(worker, creditor.code(), channels.keySet(), batch);
    }

    /** The next are claimed while the last of those before are still on their way. */
    private void dispatch(Creditor creditor, Consumer<Result> ended) {
        Deque<Future<Result>> underWay = new ArrayDeque<>();
        List<Claim> claims = claim(creditor);
        while (!claims.isEmpty() || !underWay.isEmpty()) {
            underWay.addAll(start(claims, creditor));
            // Nothing more to claim: what is under way may hold up later messages of its debtors.
            int left = claims.isEmpty() ? 0 : batch / 2;
            while (underWay.size() > left) {
                ended.accept(ended(underWay.removeFirst()));
            }
            claims = claim(creditor);
        }
    }

    private List<Future<Result>> start(List<Claim> claims, Creditor creditor) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), creditor.zone());
        Map<Long, DispatchContent> loaded = contents.load(claims, today);
        return claims.stream()
                .map(claim -> {
                    DispatchContent content = loaded.get(claim.dispatchId());
                    return senders.submit(() -> {
                        delivering.incrementAndGet();
                        try {
                            return deliver(claim, content, creditor, today);
                        } finally {
                            delivering.decrementAndGet();
                        }
                    });
                })
                .toList();
    }

    private Result deliver(Claim claim, DispatchContent content, Creditor creditor, LocalDate today) {
        Channel.Prepared prepared;
        try {
            if (content == null) {
                throw new MessageHeld("the ledger does not know its debtor");
            }
            prepared = channels.get(claim.channel())
                    .prepare(new Channel.Outgoing(
                            claim, Facts.of(content, creditor, today), content.attachments(), content.thread()));
        } catch (MessageHeld held) {
            outbox.held(claim, held.getMessage());
            return Result.HELD;
        } catch (Channel.Unsendable unsendable) {
            outbox.failed(claim, unsendable.code(), unsendable.getMessage(), true);
            return Result.FAILED;
        } catch (RuntimeException fault) {
            LOG.error("dispatch {} could not be prepared", claim.dispatchId(), fault);
            outbox.failed(claim, "error", DeliveryOutcome.oneLine(fault.toString()), false);
            return Result.FAILED;
        }
        return settle(claim, prepared.sendIf(() -> leaving.ask(claim)));
    }

    private List<Boolean> mayLeave(List<Claim> claims) {
        Set<Claim> allowed = Set.copyOf(outbox.sending(claims));
        return claims.stream().map(allowed::contains).toList();
    }

    private List<Boolean> complete(List<Accepted> accepted) {
        Set<Accepted> completed = Set.copyOf(outbox.sent(accepted));
        return accepted.stream().map(completed::contains).toList();
    }

    private Result settle(Claim claim, DeliveryOutcome outcome) {
        if (outcome instanceof Sent sent) {
            return completion.ask(new Accepted(claim, sent.messageId())) ? Result.SENT : Result.UNCERTAIN;
        }
        if (outcome instanceof Failed failed) {
            outbox.failed(claim, failed.code(), failed.reason(), failed.permanent());
            return Result.FAILED;
        }
        if (outcome instanceof AddressRefused refused) {
            outbox.addressRefused(claim, refused.status(), refused.reason());
            return Result.FAILED;
        }
        if (outcome instanceof Withdrawn) {
            return Result.WITHDRAWN;
        }
        Uncertain uncertain = (Uncertain) outcome;
        outbox.uncertain(claim, uncertain.messageId(), uncertain.code(), uncertain.reason());
        return Result.UNCERTAIN;
    }

    private static Result ended(Future<Result> running) {
        try {
            return running.get();
        } catch (ExecutionException fault) {
            // The lease decides: a dispatch that was being sent becomes uncertain, a claimed one waits again.
            LOG.error("a dispatch ended without a result", fault.getCause());
            return Result.UNCERTAIN;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while dispatching", interrupted);
        }
    }
}
