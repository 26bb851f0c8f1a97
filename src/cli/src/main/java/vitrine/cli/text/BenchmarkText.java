package vitrine.cli.text;

import java.util.Optional;
import vitrine.action.BenchmarkResult;
import vitrine.action.BenchmarkResult.Figure;
import vitrine.action.BenchmarkResult.Machine;
import vitrine.action.BenchmarkResult.Peer;

/** Figures with the machine they belong to. */
public final class BenchmarkText {
    private BenchmarkText() {}

    /** @return lines of text with their ends */
    public static String of(BenchmarkResult result) {
        Machine machine = result.machine();
        StringBuilder text = new StringBuilder();
        text.append(Display.clip(machine.processor(), 100))
                .append(", ")
                .append(machine.cores())
                .append(" cores, ");
        text.append(machine.system()).append(", Java ").append(machine.java()).append(", ");
        text.append(machine.arithmetic()).append(", heap up to ").append(Display.count(machine.memoryMb()));
        text.append(" MB\nData: ").append(result.data()).append("\n\n");
        boolean compared = result.figures().stream().anyMatch(f -> f.peer().isPresent());
        TextTable table = compared
                ? new TextTable(
                        "work", ">threads", ">median", "", ">5-95 %", ">MB", ">peer", ">times as fast", "peer's way")
                : new TextTable("work", ">threads", ">median", "", ">5-95 %", ">MB");
        for (Figure f : result.figures()) {
            String[] own = {
                f.work(),
                Integer.toString(f.threads()),
                figure(f.median()),
                f.unit(),
                figure(f.low()) + "-" + figure(f.high()),
                f.residentMb().map(mb -> Display.count(Math.round(mb))).orElse("")
            };
            table.row(compared ? with(own, f.peer()) : own);
        }
        int runs = result.figures().stream().mapToInt(Figure::runs).max().orElse(0);
        return text.append(table)
                .append("\nMedians of ")
                .append(runs)
                .append(runs == 1 ? " run" : " runs")
                .append(", each in a process of its own; ")
                .append(Display.number(result.seconds(), 0))
                .append(" s in all.\n")
                .toString();
    }

    private static String[] with(String[] own, Optional<Peer> peer) {
        String[] all = java.util.Arrays.copyOf(own, own.length + 3);
        all[own.length] = peer.map(p -> figure(p.median())).orElse("");
        all[own.length + 1] = peer.map(p -> Display.number(p.ratio(), 2)).orElse("");
        all[own.length + 2] = peer.map(p -> p.name() + ", " + p.mode()).orElse("");
        return all;
    }

    /** Four digits or so, whatever the size. */
    private static String figure(double value) {
        return value >= 1000 ? Display.count(Math.round(value)) : Display.number(value, value >= 100 ? 1 : 3);
    }
}
