package io.kash.lab.cli;

import io.kash.lab.cli.Request.Choice;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Reads a command line, strictly: a word it does not know is an error. */
final class Words {
    private static final int USUAL_COUNT = 3;
    private static final int HIGHEST_COUNT = 9;

    private final Deque<String> left;
    private Scenario scenario = Scenario.MOVE;
    private boolean kraft;

    private Words(List<String> words) {
        this.left = new ArrayDeque<>(words);
    }

    /** @throws UsageException when the words mean nothing */
    static Request read(List<String> words) {
        return new Words(words).request();
    }

    private Request request() {
        String verb = left.peek();
        if (verb == null || (verb.startsWith("-") && !isHelp(verb))) {
            return shell();
        }
        left.pop();
        if (isHelp(verb) || verb.equals("help")) {
            return new Request.Help();
        }
        if (left.contains("--help") && !verb.equals("run")) {
            return new Request.Help();
        }
        return switch (verb) {
            case "up" -> up();
            case "run" -> run();
            case "status" -> alone(new Request.Status());
            case "down" -> alone(new Request.Down());
            default -> ofNode(verb);
        };
    }

    private static boolean isHelp(String word) {
        return word.equals("--help") || word.equals("-h");
    }

    private Request shell() {
        while (!left.isEmpty()) {
            choose(left.pop());
        }
        return new Request.Shell(choice());
    }

    private Request up() {
        boolean foreground = false;
        while (!left.isEmpty()) {
            String word = left.pop();
            if (word.equals("--foreground")) {
                foreground = true;
            } else {
                choose(word);
            }
        }
        return new Request.Up(choice(), foreground);
    }

    /** What follows the script is the product's business. */
    private Request run() {
        while (!left.isEmpty() && left.peek().startsWith("-")) {
            String word = left.pop();
            if (isHelp(word)) {
                return new Request.Help();
            }
            choose(word);
        }
        String script = Optional.ofNullable(left.poll()).orElseThrow(() -> new UsageException("run: which script?"));
        return new Request.Run(choice(), script, List.copyOf(left));
    }

    private Request ofNode(String word) {
        NodeVerb verb = NodeVerb.named(word).orElseThrow(() -> new UsageException("unknown verb: " + word));
        String node = Optional.ofNullable(left.poll()).orElseThrow(() -> new UsageException(word + ": which node?"));
        if (verb == NodeVerb.START && node.equals("broker")) {
            return startNewBrokers();
        }
        if (node.startsWith("-")) {
            throw new UsageException(word + ": unknown option: " + node);
        }
        return alone(new Request.ToNode(verb, node));
    }

    private Request startNewBrokers() {
        boolean isNew = false;
        int count = USUAL_COUNT;
        while (!left.isEmpty()) {
            String word = left.pop();
            if (word.equals("--new")) {
                isNew = true;
            } else if (word.equals("--count") || word.startsWith("--count=")) {
                count = count(valueOf(word));
            } else {
                throw unknown(word);
            }
        }
        if (!isNew) {
            throw new UsageException("start broker: say --new; a broker that was there is started by its name");
        }
        return new Request.StartNewBrokers(count);
    }

    private static int count(String value) {
        try {
            int count = Integer.parseInt(value);
            if (count >= 1 && count <= HIGHEST_COUNT) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw notACount(value);
        }
        throw notACount(value);
    }

    private static UsageException notACount(String value) {
        return new UsageException("--count: a number from 1 to " + HIGHEST_COUNT + ", not " + value);
    }

    private void choose(String word) {
        if (word.equals("--kraft")) {
            kraft = true;
        } else if (word.equals("--scenario") || word.startsWith("--scenario=")) {
            String value = valueOf(word);
            scenario = Scenario.named(value)
                    .orElseThrow(() -> new UsageException("no scenario " + value + "; there are " + Scenario.words()));
        } else {
            throw unknown(word);
        }
    }

    private String valueOf(String word) {
        int equals = word.indexOf('=');
        if (equals >= 0) {
            return word.substring(equals + 1);
        }
        return Optional.ofNullable(left.poll()).orElseThrow(() -> new UsageException(word + ": needs a value"));
    }

    private Choice choice() {
        return new Choice(scenario, kraft);
    }

    private Request alone(Request request) {
        if (!left.isEmpty()) {
            throw unknown(left.peek());
        }
        return request;
    }

    private static UsageException unknown(String word) {
        return new UsageException((word.startsWith("-") ? "unknown option: " : "one word too many: ") + word);
    }
}
