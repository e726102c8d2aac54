package io.sollecito.reminders;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Does pieces of work in their order on a thread of its own, so that the next piece is prepared while one is done; never
 * more than one waits. For one calling thread at a time.
 */
final class OneAhead implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private Future<?> underWay = CompletableFuture.completedFuture(null);

    /** Starts the work once the piece before it is done; throws what that piece threw. */
    void start(Runnable work) {
        finish();
        underWay = thread.submit(work);
    }

    /** Waits until all is done; throws what the last piece threw. */
    void finish() {
        try {
            underWay.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Lets the piece under way end, whatever has happened, and starts none after it. */
    @Override
    public void close() {
        thread.shutdown();
        boolean interrupted = false;
        while (!thread.isTerminated()) {
            try {
                thread.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException stopped) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
