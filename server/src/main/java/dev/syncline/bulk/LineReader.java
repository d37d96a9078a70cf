package dev.syncline.bulk;

import dev.syncline.bulk.CsvFile.Line;
import java.util.List;

/** Makes rows of the lines of one file, group by group. */
interface LineReader {

    /** One row per line, WAITING or BAD. */
    List<Row> rows(List<Line> lines);
}
