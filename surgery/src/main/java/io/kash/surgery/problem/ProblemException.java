package io.kash.surgery.problem;

/** Carries a {@link Problem} up to the one place that shows it. */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.what() + ": " + problem.why());
        this.problem = problem;
    }

    public ProblemException(Problem problem, Throwable cause) {
        super(problem.what() + ": " + problem.why(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
