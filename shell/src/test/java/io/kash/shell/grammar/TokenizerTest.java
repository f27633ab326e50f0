package io.kash.shell.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.surgery.problem.ProblemException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenizerTest {
    private final Tokenizer typed = Tokenizer.typed();
    private final Tokenizer script = Tokenizer.script(Map.of("topic", "a b", "n", "5")::get);

    @Test
    void blanks_separate_words() {
        assertThat(typed.words("  topics   move\t--to-new ")).containsExactly("topics", "move", "--to-new");
    }

    @Test
    void single_quotes_keep_everything() {
        assertThat(typed.words("a 'b \\ \"c\"' ''")).containsExactly("a", "b \\ \"c\"", "");
    }

    @Test
    void double_quotes_keep_everything_but_escaped_quotes_and_backslashes() {
        assertThat(typed.words("\"a \\\"b\\\" \\\\ \\n 'c'\"")).containsExactly("a \"b\" \\ \\n 'c'");
    }

    @Test
    void quotes_in_the_middle_do_not_end_a_word() {
        assertThat(typed.words("--topics='pay ments'-x")).containsExactly("--topics=pay ments-x");
    }

    @Test
    void a_backslash_keeps_the_next_character() {
        assertThat(typed.words("a\\ b \\' \\\\")).containsExactly("a b", "'", "\\");
    }

    @Test
    void a_backslash_before_a_line_end_joins_the_lines() {
        assertThat(typed.words("topics \\\n  move")).containsExactly("topics", "move");
        assertThat(typed.words("to\\\npics")).containsExactly("topics");
    }

    @Test
    void a_hash_is_a_character_in_a_typed_line() {
        assertThat(typed.words("topics show #1")).containsExactly("topics", "show", "#1");
    }

    @Test
    void in_a_script_a_hash_at_the_start_of_a_word_begins_a_comment() {
        assertThat(script.words("topics show a#1 # the first")).containsExactly("topics", "show", "a#1");
        assertThat(script.words("show '#1'")).containsExactly("show", "#1");
    }

    @Test
    void a_variable_stands_for_its_value_and_is_not_cut_into_words() {
        assertThat(script.words("show ${topic} 'x[?n==`${n}`]'")).containsExactly("show", "a b", "x[?n==`5`]");
    }

    @Test
    void two_dollar_signs_write_a_literal_variable() {
        assertThat(script.words("show $${topic}")).containsExactly("show", "${topic}");
    }

    @Test
    void typed_lines_have_no_variables() {
        assertThat(typed.words("show ${topic}")).containsExactly("show", "${topic}");
    }

    @Test
    void words_know_where_they_stand() {
        assertThat(typed.read("ab 'c d' e").all())
                .containsExactly(new Token("ab", 0, 2), new Token("c d", 3, 8), new Token("e", 9, 10));
    }

    @Test
    void an_unfinished_line_says_what_it_waits_for() {
        assertThat(typed.read("a 'b").open()).isEqualTo(Tokens.Open.SINGLE_QUOTE);
        assertThat(typed.read("a \"b").open()).isEqualTo(Tokens.Open.DOUBLE_QUOTE);
        assertThat(typed.read("a \\").open()).isEqualTo(Tokens.Open.CONTINUATION);
        assertThat(typed.read("a b").open()).isEqualTo(Tokens.Open.NOTHING);
    }

    @Test
    void an_open_quote_is_a_usage_error() {
        assertThatThrownBy(() -> typed.words("show 'a"))
                .isInstanceOf(ProblemException.class)
                .hasMessage("a quote is not closed: the line ends within single quotes");
    }

    @Test
    void what_was_quoted_is_read_back() {
        for (String word : new String[] {"plain", "", "a b", "it's", "\"", "\\", "#x", "a'\"\\ b"}) {
            assertThat(typed.words(Quoting.quote(word))).containsExactly(word);
            assertThat(script.words(Quoting.quote(word))).containsExactly(word);
        }
    }
}
