package io.adxflow.emulator.storage;

import io.adxflow.emulator.storage.Batch.Kind;
import io.adxflow.emulator.storage.Batch.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The messages that wait for others of their kind. */
final class OpenBatches {
    private final Map<Kind, Waiting> open = new HashMap<>();

    /** Those of one kind. */
    static final class Waiting {
        private final Kind kind;
        private final List<Member> members = new ArrayList<>();

        private Waiting(Kind kind) {
            this.kind = kind;
        }

        private boolean isFull(BatchingPolicy policy) {
            long bytes = members.stream()
                    .mapToLong(member -> member.message().rawBytes().orElse(0))
                    .sum();
            return members.size() >= policy.items() || bytes >= policy.rawBytes();
        }
    }

    /** Adds a message to those of its kind, the first of which opens a batch. */
    synchronized Waiting add(Member member) {
        Waiting waiting = open.computeIfAbsent(Kind.of(member.message()), Waiting::new);
        waiting.members.add(member);
        return waiting;
    }

    synchronized boolean isNew(Waiting waiting) {
        return waiting.members.size() == 1;
    }

    synchronized boolean isFull(Waiting waiting, BatchingPolicy policy) {
        return waiting.isFull(policy);
    }

    /** Takes the batch out, unless that has been done before. */
    synchronized Optional<Batch> close(Waiting waiting) {
        return open.remove(waiting.kind, waiting) ? Optional.of(new Batch(waiting.members)) : Optional.empty();
    }
}
