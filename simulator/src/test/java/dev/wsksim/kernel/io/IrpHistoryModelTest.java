package dev.wsksim.kernel.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.RandomStream;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.kernel.ke.Irql;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of one IRP of IoAllocateIrp, against a model without stack locations: such an IRP has one owner, and
 * at most one routine that matters.
 *
 * <p>A history ends with the first bug check. The model says of each deed whether it is a bug check, whether it is
 * reported as a misuse, and which routines run.
 */
class IrpHistoryModelTest {

    private static final int HISTORIES = 2_000;
    private static final int DEEDS = 40;
    private static final NtStatus[] ENDINGS = {
        NtStatus.STATUS_SUCCESS, NtStatus.STATUS_CONNECTION_REFUSED, NtStatus.STATUS_CANCELLED, NtStatus.STATUS_PENDING
    };

    private enum Phase {
        READY,
        OWNED,
        USED,
        GONE
    }

    /** What a completion routine does with its IRP before it returns. */
    private enum Inside {
        NOTHING,
        FREE,
        REUSE
    }

    private record Routine(int flags, Inside inside, boolean keeps) {}

    /** The IRP as the documentation speaks of it. */
    private static final class Model {
        private final int locations;
        private Phase phase = Phase.READY;
        private Routine routine;
        private boolean cancel;
        private boolean cancelRoutine;
        private int misuses;
        private int runs;
        private String bugCheck = "";

        Model(int locations) {
            this.locations = locations;
        }

        boolean gone(String code) {
            if (phase == Phase.GONE) {
                stop(code);
            }
            return phase == Phase.GONE;
        }

        void stop(String code) {
            misuses++;
            bugCheck = code;
        }

        void set(Routine newRoutine) {
            if (gone("0x50")) {
                return;
            }
            if (phase == Phase.OWNED || locations == 0) {
                misuses++;
            } else {
                routine = newRoutine;
            }
        }

        void take() {
            if (gone("0x50")) {
                return;
            }
            if (locations == 0 || (locations == 1 && phase == Phase.OWNED)) {
                stop("0x35");
            } else if (phase == Phase.OWNED) {
                stop("0xC9");
            } else {
                misuses += phase == Phase.USED ? 1 : 0;
                phase = Phase.OWNED;
            }
        }

        void complete(NtStatus status) {
            if (gone("0x50")) {
                return;
            }
            if (phase != Phase.OWNED) {
                stop("0x44");
            } else if (status == NtStatus.STATUS_PENDING || cancelRoutine) {
                stop("0xC9");
            } else {
                end(status);
            }
        }

        private void end(NtStatus status) {
            Routine last = routine;
            routine = null;
            int wanted = (status == NtStatus.STATUS_SUCCESS ? 1 : 2) | (cancel ? 4 : 0);
            if (last == null || (last.flags & wanted) == 0) {
                phase = Phase.GONE;
                return;
            }
            runs++;
            phase = Phase.USED;
            if (last.inside == Inside.FREE) {
                free();
            } else if (last.inside == Inside.REUSE) {
                reuse();
            }
            if (!last.keeps) {
                switch (last.inside) {
                    case NOTHING -> phase = Phase.GONE;
                    case FREE -> stop("0x50");
                    case REUSE -> stop("0x44");
                }
            }
        }

        void reuse() {
            if (gone("0x50")) {
                return;
            }
            misuses += phase == Phase.OWNED ? 1 : 0;
            phase = Phase.READY;
            routine = null;
            cancel = false;
            cancelRoutine = false;
        }

        void free() {
            if (gone("0xC9")) {
                return;
            }
            if (phase == Phase.OWNED) {
                stop("0xC9");
            } else {
                phase = Phase.GONE;
            }
        }

        boolean cancel() {
            if (gone("0x50")) {
                return false;
            }
            cancel = true;
            boolean called = cancelRoutine;
            cancelRoutine = false;
            return called;
        }

        void setCancelRoutine(boolean set) {
            if (!gone("0x50")) {
                cancelRoutine = set;
            }
        }
    }

    private static final class Pair {
        private final IrpBench bench = new IrpBench();
        private final Irp irp;
        private final Model model;
        private final RandomStream random;
        private final StringBuilder story = new StringBuilder();

        Pair(RandomStream random) {
            this.random = random;
            int locations = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(3);
            irp = bench.io.ioAllocateIrp(locations, false);
            model = new Model(locations);
            story.append(locations).append(" locations");
        }

        /** Mostly what a good driver or provider would do next, sometimes anything. */
        void doOne() {
            boolean anything = model.phase == Phase.GONE || random.nextInt(8) == 0;
            int deed = random.nextInt(12);
            if (!anything) {
                deed = switch (model.phase) {
                    case READY -> model.routine == null ? 0 : 3;
                    case OWNED -> model.cancelRoutine ? 9 + deed % 2 : deed < 3 ? 9 + deed % 2 : 6;
                    case USED -> deed == 0 ? 11 : 8;
                    case GONE -> deed;
                };
            }
            switch (deed) {
                case 0, 1, 2 -> set();
                case 3, 4, 5 -> act("take", () -> bench.take(irp), model::take);
                case 6, 7 -> complete();
                case 8 -> act("reuse", () -> bench.io.ioReuseIrp(irp, NtStatus.STATUS_SUCCESS), model::reuse);
                case 9 -> cancel();
                case 10 -> setCancelRoutine();
                default -> freeSometimes();
            }
        }

        private void set() {
            int flags = random.nextInt(3) == 0 ? random.nextInt(8) : 7;
            Inside inside = random.nextInt(3) == 0 ? Inside.values()[random.nextInt(3)] : Inside.NOTHING;
            Routine routine = new Routine(flags, inside, random.nextInt(8) != 0);
            act("set " + routine, () -> setReal(routine), () -> model.set(routine));
        }

        private void setReal(Routine routine) {
            CompletionRoutine real = (device, self, context) -> {
                bench.calls.add("run");
                switch (routine.inside) {
                    case FREE -> bench.io.ioFreeIrp(self);
                    case REUSE -> bench.io.ioReuseIrp(self, NtStatus.STATUS_SUCCESS);
                    case NOTHING -> {}
                }
                return routine.keeps ? NtStatus.STATUS_MORE_PROCESSING_REQUIRED : NtStatus.STATUS_SUCCESS;
            };
            int flags = routine.flags;
            bench.io.ioSetCompletionRoutine(irp, real, null, (flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0);
        }

        private void complete() {
            NtStatus status = ENDINGS[random.nextInt(random.nextInt(10) == 0 ? 4 : 3)];
            act("complete " + status, () -> bench.complete(irp, status), () -> model.complete(status));
        }

        private void cancel() {
            boolean[] answers = new boolean[2];
            act("cancel", () -> answers[0] = bench.io.ioCancelIrp(irp), () -> answers[1] = model.cancel());
            assertThat(answers[0]).as("%s", story).isEqualTo(answers[1]);
        }

        private void setCancelRoutine() {
            boolean on = random.nextInt(2) == 0;
            CancelRoutine routine = on ? (device, self) -> {} : null;
            Runnable real = () -> bench.io.ioSetCancelRoutine(irp, routine);
            act("cancel routine " + on, real, () -> model.setCancelRoutine(on));
        }

        private void freeSometimes() {
            if (random.nextInt(3) == 0) {
                act("free", () -> bench.io.ioFreeIrp(irp), model::free);
            }
        }

        private void act(String what, Runnable real, Runnable expected) {
            story.append("; ").append(what);
            SimulatedBugCheck stop = bench.stop(real);
            expected.run();
            assertThat(stop == null ? "" : stop.code().toHex()).as("%s", story).isEqualTo(model.bugCheck);
            assertThat(bench.misuses()).as("%s", story).hasSize(model.misuses);
            assertThat(bench.calls).as("%s", story).hasSize(model.runs);
            assertThat(bench.machine.processor.currentIrql()).isSameAs(Irql.PASSIVE_LEVEL);
            if (model.bugCheck.isEmpty()) {
                assertThat(phase()).as("%s", story).isEqualTo(model.phase);
                assertThat(irp.isCancelRequested()).as("%s", story).isEqualTo(model.cancel);
                assertThat(bench.io.liveIrps()).as("%s", story).hasSize(model.phase == Phase.GONE ? 0 : 1);
            }
        }

        private Phase phase() {
            return switch (irp.state()) {
                case READY -> Phase.READY;
                case OWNED_BY_PROVIDER -> Phase.OWNED;
                case COMPLETED -> Phase.USED;
                case FREED, FREED_BY_IO_MANAGER -> Phase.GONE;
                case COMPLETING, RETURNED -> throw new AssertionError(irp.standing() + " between deeds");
            };
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void randomHistory_isAsTheModelSays(long seed) {
        RandomStream random = new RandomStreams(seed).stream("irp histories");
        int completed = 0;
        int stopped = 0;
        for (int history = 0; history < HISTORIES; history++) {
            Pair pair = new Pair(random);
            for (int deed = 0; deed < DEEDS && pair.model.bugCheck.isEmpty(); deed++) {
                pair.doOne();
            }
            completed += pair.model.runs;
            stopped += pair.model.bugCheck.isEmpty() ? 0 : 1;
        }
        assertThat(completed).as("routines that ran").isGreaterThan(HISTORIES / 4);
        assertThat(stopped).as("histories that ended in a bug check").isGreaterThan(HISTORIES / 4);
    }
}
