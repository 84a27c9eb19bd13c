import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads verdicts.jsonl: counts the statuses and lists what is not met. Java 17 or newer, no library:
 * {@code java ReadVerdicts.java verdicts.jsonl}.
 */
public class ReadVerdicts {

    /** One line of the file: schema wushan-plan/judged-row, version 1. */
    record Row(String key, String status, LocalDate deadline, int overdue, String unit, String problem) {

        static Row of(Map<String, Object> document) {
            if (!"wushan-plan/judged-row".equals(document.get("schema")) || number(document.get("version")) != 1) {
                throw new IllegalArgumentException("not a judged row of version 1: " + document.get("schema"));
            }
            Map<String, Object> judged = object(object(document.get("data")).get("case"));
            String key = (String) judged.get("key");
            if (judged.get("verdict") == null) { // a row that could not be read is unknown, never dropped
                return new Row(key, "unknown", null, 0, "", (String) judged.get("problem"));
            }
            Map<String, Object> verdict = object(judged.get("verdict"));
            LocalDate due = null;
            if (verdict.get("deadline") != null) {
                due = LocalDate.parse((String) object(verdict.get("deadline")).get("date"));
            }
            int overdue = 0;
            String unit = "";
            if (verdict.get("overdue") != null) {
                overdue = number(object(verdict.get("overdue")).get("days"));
                unit = (String) object(verdict.get("overdue")).get("kind");
            }
            return new Row(key, (String) verdict.get("status"), due, overdue, unit, "");
        }
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Map<String, Integer> counts = new TreeMap<>();
        List<Row> late = new ArrayList<>();
        List<Row> unread = new ArrayList<>();
        try (Stream<String> lines = Files.lines(Path.of(arguments[0]), StandardCharsets.UTF_8)) {
            lines.filter(line -> !line.isBlank()).map(line -> Row.of(object(new Json(line).read()))).forEach(row -> {
                counts.merge(row.status(), 1, Integer::sum);
                if (row.status().equals("not-met")) late.add(row);
                if (!row.problem().isEmpty()) unread.add(row);
            });
        }
        counts.forEach((status, count) -> out.println(status + " " + count));
        for (Row row : late) {
            out.println(row.key() + " due " + row.deadline() + " overdue " + row.overdue() + " " + row.unit());
        }
        for (Row row : unread) {
            out.println(row.key() + " " + row.problem());
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    static int number(Object value) {
        return Integer.parseInt(((Json.Number) value).text());
    }

    /** As much of JSON as the file holds. With Jackson at hand, {@code new ObjectMapper().readTree(line)} does it. */
    static final class Json {
        /** A number as written, so that nothing is rounded. */
        record Number(String text) {}

        private final String text;
        private int at = 0;

        Json(String text) {
            this.text = text;
        }

        Object read() {
            Object value = value();
            space();
            if (at != text.length()) throw wrong();
            return value;
        }

        private Object value() {
            space();
            char next = peek();
            if (next == '{') return members();
            if (next == '[') return elements();
            if (next == '"') return string();
            for (String word : List.of("null", "true", "false")) {
                if (text.startsWith(word, at)) {
                    at += word.length();
                    return word.equals("null") ? null : (Object) word.equals("true");
                }
            }
            int from = at;
            while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) at++;
            if (from == at) throw wrong();
            return new Number(text.substring(from, at));
        }

        private Map<String, Object> members() {
            Map<String, Object> found = new LinkedHashMap<>();
            expect('{');
            space();
            while (peek() != '}') {
                if (!found.isEmpty()) expect(',');
                space();
                String name = string();
                space();
                expect(':');
                found.put(name, value());
                space();
            }
            at++;
            return found;
        }

        private List<Object> elements() {
            List<Object> found = new ArrayList<>();
            expect('[');
            space();
            while (peek() != ']') {
                if (!found.isEmpty()) expect(',');
                found.add(value());
                space();
            }
            at++;
            return found;
        }

        private String string() {
            StringBuilder found = new StringBuilder();
            expect('"');
            while (peek() != '"') {
                char next = text.charAt(at++);
                if (next == '\\') {
                    char escaped = text.charAt(at++);
                    int plain = "nrtbf".indexOf(escaped);
                    if (escaped == 'u') {
                        found.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                        at += 4;
                    } else {
                        found.append(plain < 0 ? escaped : "\n\r\t\b\f".charAt(plain));
                    }
                } else {
                    found.append(next);
                }
            }
            at++;
            return found.toString();
        }

        private void space() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
        }

        private char peek() {
            if (at >= text.length()) throw wrong();
            return text.charAt(at);
        }

        private void expect(char wanted) {
            if (peek() != wanted) throw wrong();
            at++;
        }

        private IllegalArgumentException wrong() {
            return new IllegalArgumentException("not JSON at character " + at);
        }
    }
}
