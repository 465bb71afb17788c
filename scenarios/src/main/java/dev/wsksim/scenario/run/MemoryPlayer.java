package dev.wsksim.scenario.run;

import dev.wsksim.kernel.mm.Mdl;
import dev.wsksim.kernel.mm.MemoryManager;
import dev.wsksim.kernel.mm.PoolBlock;
import dev.wsksim.scenario.model.ContentSpec;
import dev.wsksim.scenario.model.ExpectedBytes;
import dev.wsksim.scenario.model.MemoryStep;
import dev.wsksim.trace.Trace;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.data.WskDataIndication;
import dev.wsksim.wsk.data.WskDatagramIndication;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/** Does to memory what the driver of a scenario does to it. */
final class MemoryPlayer {

    private final DriverData data;
    private final FindingsLog findings;
    private final Trace trace;

    MemoryPlayer(DriverData data, FindingsLog findings, Trace trace) {
        this.data = data;
        this.findings = findings;
        this.trace = trace;
    }

    void play(MemoryStep step) {
        Optional<Mdl> mdl = data.mdl(step.memory());
        if (mdl.isPresent()) {
            act(step, mdl.get());
            return;
        }
        Optional<Object> indication = data.indication(step.memory());
        if (indication.isPresent() && step.action() == MemoryStep.Action.READ) {
            readIndication(step, readIndication(indication.get()));
        } else if (indication.isPresent()) {
            actOnLent(step, buffer(indication.get()));
        } else {
            problem(step, "memory '" + step.memory() + "' does not exist yet");
        }
    }

    private void act(MemoryStep step, Mdl mdl) {
        MemoryManager memory = data.memory();
        switch (step.action()) {
            case WRITE -> write(step, mdl.block());
            case READ -> read(step, mdl.block());
            case FREE -> memory.exFreePool(mdl.block());
            case UNLOCK -> memory.mmUnlockPages(mdl);
            case FREE_MDL -> memory.ioFreeMdl(mdl);
        }
    }

    /** Does to the first MDL of a list, and to its block, what only their owner may do. */
    private void actOnLent(MemoryStep step, WskBuf buffer) {
        Mdl first = buffer.mdl();
        if (first == null) {
            problem(step, "the first entry of list '" + step.memory() + "' has no MDL");
        } else {
            act(step, first);
        }
    }

    private static WskBuf buffer(Object list) {
        if (list instanceof WskDataIndication bytes) {
            return bytes.buffer();
        }
        if (list instanceof WskDatagramIndication datagrams) {
            return datagrams.buffer();
        }
        throw new AssertionError("no list: " + list);
    }

    private void write(MemoryStep step, PoolBlock block) {
        ContentSpec content = step.data().orElseThrow();
        if (isOutside(step, block, content.count())) {
            return;
        }
        byte[] bytes = new byte[(int) content.count()];
        if (content.count() > 0) {
            content.sent().copyTo(0, bytes, bytes.length);
        }
        block.write(step.offset(), bytes);
    }

    private void read(MemoryStep step, PoolBlock block) {
        long count = step.data().map(ContentSpec::count).orElse((long) Math.max(0, block.length() - step.offset()));
        if (!isOutside(step, block, count)) {
            compare(step, block.read(step.offset(), (int) count));
        }
    }

    private boolean isOutside(MemoryStep step, PoolBlock block, long count) {
        boolean outside = step.offset() + count > block.length();
        if (outside) {
            problem(
                    step,
                    count + " bytes from " + step.offset() + " on do not lie in the " + block.length() + " bytes of '"
                            + step.memory() + "'");
        }
        return outside;
    }

    /** Reads all bytes of a list as the driver does: those of one that was given back are gone. */
    private static byte[] readIndication(Object list) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        WskDataIndication bytes = list instanceof WskDataIndication head ? head : null;
        for (WskDataIndication entry = bytes; entry != null; entry = entry.next()) {
            read(entry.buffer(), all);
        }
        WskDatagramIndication datagrams = list instanceof WskDatagramIndication head ? head : null;
        for (WskDatagramIndication entry = datagrams; entry != null; entry = entry.next()) {
            read(entry.buffer(), all);
        }
        return all.toByteArray();
    }

    private static void read(WskBuf buffer, ByteArrayOutputStream into) {
        long left = buffer.length();
        int skip = buffer.offset();
        for (Mdl mdl = buffer.mdl(); mdl != null && left > 0; mdl = mdl.next()) {
            int run = (int) Math.min(left, mdl.byteCount() - skip);
            into.writeBytes(mdl.block().read(mdl.byteOffset() + skip, run));
            left -= run;
            skip = 0;
        }
    }

    private void readIndication(MemoryStep step, byte[] all) {
        if (step.offset() > all.length) {
            problem(
                    step,
                    "byte " + step.offset() + " does not lie in the " + all.length + " bytes of '" + step.memory()
                            + "'");
        } else {
            compare(step, Arrays.copyOfRange(all, step.offset(), all.length));
        }
    }

    private void compare(MemoryStep step, byte[] actual) {
        if (step.data().isEmpty()) {
            return;
        }
        ExpectedBytes expected = step.data().get().expected(step.position());
        ByteComparison.of(expected, actual)
                .ifPresent(difference -> findings.add(
                        FindingKind.STEP,
                        step.position(),
                        "other bytes are in memory '" + step.memory() + "'",
                        difference.expected(),
                        difference.actual(),
                        difference.hint(),
                        trace.lastNumber()));
    }

    private void problem(MemoryStep step, String title) {
        findings.add(
                FindingKind.ARGUMENT,
                step.memory().position(),
                title,
                "",
                "",
                "a Buffer names memory: { name: b, bytes: 100 }",
                trace.lastNumber());
    }
}
