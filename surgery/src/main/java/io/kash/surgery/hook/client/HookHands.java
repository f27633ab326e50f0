package io.kash.surgery.hook.client;

import io.kash.surgery.coordination.Fence;
import io.kash.surgery.hook.Hook;
import io.kash.surgery.operation.Hands;
import io.kash.surgery.operation.Reply;
import io.kash.surgery.plan.Effect;
import java.io.IOException;
import java.util.Map;

/** Runs a hook and waits for its end. An exit code other than 0 is a refusal; one that had to be ended may have done it. */
final class HookHands implements Hands {
    /** @throws IllegalArgumentException for an effect that is no hook */
    @Override
    public Reply apply(Effect effect, Fence fence) {
        if (!(effect instanceof Hook hook)) {
            throw new IllegalArgumentException("not a hook: " + effect.kind());
        }
        fence.check();
        String what = hook.what();
        try {
            Program run = Program.run(hook.command(), hook.input(), hook.limit());
            if (!run.ended()) {
                return new Reply.Unknown(
                        "it still ran after " + hook.limit().toSeconds() + " s and was ended" + said(run));
            }
            return run.exit() == 0
                    ? new Reply.Accepted()
                    : new Reply.Rejected(Map.of(what, "the hook exited " + run.exit() + said(run)));
        } catch (IOException e) {
            return new Reply.Rejected(Map.of(what, "the hook could not be run: " + e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Unknown("interrupted while the hook ran; it was ended");
        }
    }

    private static String said(Program run) {
        return run.said().isEmpty() ? "" : ": " + run.said();
    }
}
