package vitrine.cli;

import java.io.Writer;

/** Lets picocli print its help through the {@link Console}, in one piece at each flush. */
final class ConsoleWriter extends Writer {
    private final Console console;
    private final StringBuilder text = new StringBuilder();

    ConsoleWriter(Console console) {
        this.console = console;
    }

    @Override
    public void write(char[] characters, int from, int length) {
        text.append(characters, from, length);
    }

    @Override
    public void flush() {
        if (!text.isEmpty()) {
            console.print(text.toString());
            text.setLength(0);
        }
    }

    @Override
    public void close() {
        flush();
    }
}
