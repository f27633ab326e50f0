package io.kash.shell.suite;

import java.util.List;

/** Text that would take over a terminal that is shown it, and what tells whether it was. */
final class HostileText {
    /** ESC with a colour kash never uses, CR, a window title, BEL and DEL: all of ASCII, so that a process can be given it. */
    static final String ASCII = "evil\u001b[45m\rowner\u001b]0;owned\u0007\u007f";

    static final String ASCII_SHOWN = "evil\\x1b[45m\\x0downer\\x1b]0;owned\\x07\\x7f";

    /** In tab-separated values a line end of any kind has a name of its own. */
    static final String ASCII_IN_TSV = "evil\\x1b[45m\\rowner\\x1b]0;owned\\x07\\x7f";

    static final String ASCII_IN_JSON = "evil\\u001B[45m\\rowner\\u001B]0;owned\\u0007\\u007f";

    /** A right-to-left override, two controls of C1, and a blank that cannot be seen. */
    static final String WIDE = "bidi\u202egpj.exe\u009b45m\u0085\u200b";

    static final String WIDE_SHOWN = "bidi\\u202egpj.exe\\x9b45m\\x85\\u200b";

    static final String WIDE_IN_JSON = "bidi\\u202egpj.exe\\u009b45m\\u0085\\u200b";

    private static final String OWN_COLOURS = "\u001b\\[(0|1|2|31|32|33)m";

    private HostileText() {}

    /** What a terminal would act on, or nobody could see. Written apart from the product's own rule. */
    static List<String> dangers(String text) {
        return text.codePoints()
                .filter(HostileText::dangerous)
                .mapToObj(c -> String.format("U+%04X", c))
                .distinct()
                .toList();
    }

    /** What came from a terminal without what kash and the terminal's driver put in: colours, and CR before each LF. */
    static String withoutOwnControls(String terminal) {
        return terminal.replaceAll(OWN_COLOURS, "").replace("\r\n", "\n");
    }

    private static boolean dangerous(int c) {
        boolean control = c < 0x20 && c != '\n' && c != '\t';
        boolean deleteOrC1 = c >= 0x7f && c <= 0x9f;
        boolean direction = c == 0x61c || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        boolean unseen = (c >= 0x200b && c <= 0x200f) || c == 0x2028 || c == 0x2029 || c == 0xfeff;
        return control || deleteOrC1 || direction || unseen;
    }
}
