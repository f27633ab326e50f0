package io.kash.shell.containers;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.PullResponseItem;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The fetching of an image: it takes minutes where a registry answers, and is over at once, or never, where none does. */
final class Pull extends ResultCallback.Adapter<PullResponseItem> {
    private final CompletableFuture<Boolean> begun = new CompletableFuture<>();

    /** Whether the registry begins to send within the limit. */
    boolean begins(Duration limit) throws InterruptedException {
        try {
            return begun.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    @Override
    public void onNext(PullResponseItem item) {
        begun.complete(!item.isErrorIndicated());
    }

    @Override
    public void onComplete() {
        begun.complete(true);
        super.onComplete();
    }

    @Override
    public void onError(Throwable problem) {
        // Where nothing has begun, an error is an answer; only later is it worth a line in the log.
        if (!begun.complete(false)) {
            super.onError(problem);
        }
    }
}
