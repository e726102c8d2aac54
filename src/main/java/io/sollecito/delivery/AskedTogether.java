package io.sollecito.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.IntSupplier;

/**
 * What many threads ask at the same time is asked once: while one question is under way the others gather, and the first
 * of them then asks for all. While others are at work it first waits a moment for their company, which takes less of the
 * processors than to ask for each; who is alone waits for nobody.
 */
final class AskedTogether<Q, A> {

    private static final long MOMENT_NANOS = 2_000_000;

    private record Asked<Q, A>(Q question, CompletableFuture<A> answer) {}

    private final IntSupplier atWork;
    private final Function<List<Q>, List<A>> asking;
    private final Queue<Asked<Q, A>> gathered = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    /**
     * @param atWork how many threads do what ends with a question, those that ask included
     * @param asking answers questions in their order; what it throws is thrown to everybody who asked
     */
    AskedTogether(IntSupplier atWork, Function<List<Q>, List<A>> asking) {
        this.atWork = atWork;
        this.asking = asking;
    }

    A ask(Q question) {
        Asked<Q, A> own = new Asked<>(question, new CompletableFuture<>());
        gathered.add(own);
        turn.lock();
        try {
            if (!own.answer().isDone()) {
                if (atWork.getAsInt() > 1) {
                    LockSupport.parkNanos(MOMENT_NANOS);
                }
                askForAll();
            }
        } finally {
            turn.unlock();
        }
        try {
            return own.answer().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private void askForAll() {
        List<Asked<Q, A>> all = new ArrayList<>();
        for (Asked<Q, A> next = gathered.poll(); next != null; next = gathered.poll()) {
            all.add(next);
        }
        try {
            List<A> answers = asking.apply(all.stream().map(Asked::question).toList());
            for (int i = 0; i < all.size(); i++) {
                all.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException | Error failed) {
            all.forEach(one -> one.answer().completeExceptionally(failed));
        }
    }
}
