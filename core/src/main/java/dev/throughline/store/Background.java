package dev.throughline.store;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work beside the thread of the caller, and its failures. */
final class Background {
    private Background() {}

    /** A thread that does not keep the process alive. */
    static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(
                new ThreadFactoryBuilder().setDaemon(true).setNameFormat(name).build());
    }

    /** Waits for a result, and throws what its work threw. */
    @CanIgnoreReturnValue
    static <T> T get(Future<T> result) {
        try {
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StoreException cause) {
                throw cause;
            }
            throw new IllegalStateException("chunks could not be packed, stored or read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while chunks were stored or read; nothing was committed", e);
        }
    }
}
