package io.kash.shell.start;

import io.kash.surgery.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the command line of the process: global options first, then the words of a command, which are left as
 * they came.
 *
 * @param command empty for the interactive shell
 */
record Arguments(Optional<String> environment, Optional<Path> environmentsFile, Asked asked, List<String> command) {

    /** What is answered without running a command. */
    enum Asked {
        NOTHING,
        HELP,
        VERSION
    }

    Arguments {
        command = List.copyOf(command);
    }

    /** @throws io.kash.surgery.problem.ProblemException of kind USAGE */
    static Arguments read(List<String> words) {
        Reader reader = new Reader(words);
        while (reader.more() && reader.word().startsWith("-")) {
            reader.option();
        }
        return new Arguments(
                Optional.ofNullable(reader.environment),
                Optional.ofNullable(reader.file).map(Path::of),
                reader.asked,
                words.subList(reader.at, words.size()));
    }

    private static final class Reader {
        private final List<String> words;
        private int at;
        private @Nullable String environment;
        private @Nullable String file;
        private Asked asked = Asked.NOTHING;

        Reader(List<String> words) {
            this.words = words;
        }

        boolean more() {
            return at < words.size();
        }

        String word() {
            return words.get(at);
        }

        void option() {
            String word = word();
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String name = equals < 0 ? word : word.substring(0, equals);
            at++;
            switch (name) {
                case "-e", "--environment" -> environment = value(name, word, equals);
                case "--environments" -> file = value(name, word, equals);
                case "-h", "--help" -> asked = Asked.HELP;
                case "--version" -> asked = Asked.VERSION;
                default ->
                    throw Problem.usage(
                                    "kash has no option " + name,
                                    "",
                                    "before the command stand -e <environment>, --environments <file>, --help, --version",
                                    "kash --help")
                            .asException();
            }
        }

        private String value(String name, String word, int equals) {
            String value = equals >= 0 ? word.substring(equals + 1) : more() ? words.get(at++) : "";
            if (value.isBlank() || (equals < 0 && value.startsWith("-"))) {
                throw Problem.usage(name + " has no value", "", "", "kash --help")
                        .asException();
            }
            return value;
        }
    }
}
