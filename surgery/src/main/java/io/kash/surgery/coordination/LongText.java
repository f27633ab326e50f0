package io.kash.surgery.coordination;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A text of any length, written once under a key and split over the store's limit. */
public final class LongText {
    private static final String COUNT = "/count";

    private LongText() {}

    /** Writes it. The count of pieces comes last: without it there is no text. False when one stands there already. */
    public static boolean write(Store store, String key, String text) {
        if (store.get(key + COUNT).isPresent()) {
            return false;
        }
        List<String> pieces = split(text, store.maxValueBytes());
        for (int i = 0; i < pieces.size(); i++) {
            String pieceKey = String.format("%s/%06d", key, i);
            long version = store.get(pieceKey).map(Store.Entry::version).orElse(Store.ABSENT);
            if (store.putIf(pieceKey, pieces.get(i), version).isEmpty()) {
                return false;
            }
        }
        return store.putIf(key + COUNT, Integer.toString(pieces.size()), Store.ABSENT)
                .isPresent();
    }

    public static Optional<String> read(Store store, String key) {
        Optional<Store.Entry> count = store.get(key + COUNT);
        if (count.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Integer.parseInt(count.get().value()); i++) {
            text.append(store.get(String.format("%s/%06d", key, i))
                    .orElseThrow(() -> new IllegalStateException("a piece is missing below " + key))
                    .value());
        }
        return Optional.of(text.toString());
    }

    /** Pieces that are within the limit however many bytes a character takes: at most four in UTF-8. */
    private static List<String> split(String text, int maxBytes) {
        if (text.getBytes(StandardCharsets.UTF_8).length <= maxBytes) {
            return List.of(text);
        }
        int chars = Math.max(1, maxBytes / 4);
        List<String> pieces = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = Math.min(text.length(), start + chars);
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) && end - start > 1) {
                end--;
            }
            pieces.add(text.substring(start, end));
            start = end;
        }
        return pieces;
    }
}
