package dev.syncline.bulk;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Stops reading when one row takes up too much. The parser reads ahead a little, so the limit is not exact. */
final class RowLimit extends FilterReader {

    static final class Exceeded extends IOException {}

    private final int most;
    private int read;

    RowLimit(Reader in, int most) {
        super(in);
        this.most = most;
    }

    void nextRow() {
        read = 0;
    }

    @Override
    public int read() throws IOException {
        int character = super.read();
        count(character < 0 ? 0 : 1);
        return character;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int characters) throws Exceeded {
        read += characters;
        if (read > most) {
            throw new Exceeded();
        }
    }
}
