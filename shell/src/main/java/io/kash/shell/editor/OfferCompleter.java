package io.kash.shell.editor;

import io.kash.commands.terminal.Escaping;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Hands offers to the line editor. A value that could disturb the terminal is not offered at all. */
final class OfferCompleter implements Completer {
    private final Offers offers;

    OfferCompleter(Offers offers) {
        this.offers = offers;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        if (!(line instanceof EditedLine edited)) {
            return;
        }
        String typed = edited.word().substring(0, edited.wordCursor());
        int place = 0;
        for (Offer offer : offers.at(edited.before(), typed)) {
            place++;
            if (Escaping.escape(offer.word()).equals(offer.word())) {
                candidates.add(candidate(offer, place));
            }
        }
    }

    private static Candidate candidate(Offer offer, int place) {
        String description = offer.description().isBlank() ? null : Escaping.escape(offer.description());
        return new Candidate(offer.word(), offer.shown(), offer.group(), description, null, null, offer.whole(), place);
    }
}
