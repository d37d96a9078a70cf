package dev.syncline.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The figures of one run. */
final class Report {

    /** @param unit "tasks/s", "ratio", ... */
    record Figure(String name, double value, String unit, String meaning) {}

    private final String benchmark;
    private final List<Figure> figures = new ArrayList<>();

    Report(String benchmark) {
        this.benchmark = benchmark;
    }

    Report add(String name, double value, String unit, String meaning) {
        figures.add(new Figure(name, value, unit, meaning));
        return this;
    }

    void print(PrintStream out) {
        out.printf("%nbench %s (%d processors, Java %s)%n", benchmark, Runtime.getRuntime().availableProcessors(), Runtime.version());
        for (Figure figure : figures) {
            out.printf(Locale.ROOT, "  %-36s %12.2f %-8s  %s%n", figure.name, figure.value, figure.unit, figure.meaning);
        }
    }

    void write(Path file) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("benchmark", benchmark);
        document.put("processors", Runtime.getRuntime().availableProcessors());
        document.put("java", Runtime.version().toString());
        document.put("figures", figures);
        Files.writeString(file, JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n");
    }
}
