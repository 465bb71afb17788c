package dev.wsksim.wsk.registry;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that is known to be left open by the documentation of WSK, by number.
 *
 * <p>The rows are in {@code CallQuestions}, {@code SocketQuestions}, {@code DataQuestions}, {@code CallbackQuestions},
 * {@code ControlQuestions} and {@code NameQuestions}: {@code assumed} where something was chosen, {@code decided} where a decision point lets
 * a scenario choose.
 */
public final class OpenQuestions {

    private static final ImmutableList<OpenQuestion> ALL = Stream.of(
                    CallQuestions.ALL,
                    SocketQuestions.ALL,
                    DataQuestions.ALL,
                    CallbackQuestions.ALL,
                    ControlQuestions.ALL,
                    NameQuestions.ALL)
            .flatMap(ImmutableList::stream)
            .sorted(Comparator.comparingInt(OpenQuestion::number))
            .collect(ImmutableList.toImmutableList());

    private OpenQuestions() {}

    /** Returns all questions, by number. */
    public static ImmutableList<OpenQuestion> all() {
        return ALL;
    }

    /** Returns the question with this name, such as OQ-1, if there is one. */
    public static Optional<OpenQuestion> byId(String id) {
        return ALL.stream()
                .filter(question -> question.id().equalsIgnoreCase(id))
                .findFirst();
    }
}
