package dev.wsksim.cli.exercise;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Simulation;
import dev.wsksim.scenario.model.LeftOver;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Compiles a class that is in memory with the compiler of the JDK, against the class path of this program. */
final class SourceCompiler {
    private static final Pattern LINES = Pattern.compile("\\R");

    private SourceCompiler() {}

    /**
     * Compiles a class and loads it.
     *
     * @param file how messages name its file
     * @param name the name of the class, which is in no package
     * @throws ExerciseException when it does not compile, with file, line and caret of each error, or there is no compiler
     */
    static Class<?> compile(String file, String name, String text) throws ExerciseException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new ExerciseException("this Java has no compiler: exercises in Java need a JDK, such as the one that"
                    + " JAVA_HOME may name (running: " + System.getProperty("java.home") + ")");
        }
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(said, Locale.ROOT, UTF_8)) {
            InMemory files = new InMemory(standard);
            boolean well = compiler.getTask(
                            Writer.nullWriter(),
                            files,
                            said,
                            List.of("-proc:none", "-g", "-nowarn", "-Xlint:none", "-classpath", classPath()),
                            null,
                            List.of(new Source(name, text)))
                    .call();
            if (!well) {
                throw new ExerciseException(errors(file, text, said.getDiagnostics()));
            }
            return new Loader(files.classes).loadClass(name);
        } catch (IOException | ClassNotFoundException e) {
            throw new ExerciseException(file + ": it cannot be compiled: " + e.getMessage());
        }
    }

    /** Returns where this program has its classes from, which another class loader may know better than the property. */
    private static String classPath() {
        Stream<String> own = Stream.of(
                        Stage.class, LeftOver.class, Simulation.class, ImmutableList.class, Nullable.class)
                .map(type -> type.getProtectionDomain().getCodeSource())
                .filter(Objects::nonNull)
                .map(source ->
                        Path.of(URI.create(source.getLocation().toString())).toString());
        return Stream.concat(own, Stream.of(System.getProperty("java.class.path")))
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String errors(String file, String text, List<Diagnostic<? extends JavaFileObject>> said) {
        ImmutableList<String> lines = ImmutableList.copyOf(LINES.split(text));
        StringBuilder all = new StringBuilder();
        for (Diagnostic<? extends JavaFileObject> one : said) {
            if (one.getKind() == Diagnostic.Kind.ERROR) {
                all.append(file);
                long line = one.getLineNumber();
                all.append(line == Diagnostic.NOPOS ? "" : ":" + line + ":" + one.getColumnNumber());
                all.append(": ").append(one.getMessage(Locale.ROOT)).append('\n');
                if (line != Diagnostic.NOPOS && line <= lines.size()) {
                    String shown = lines.get((int) line - 1);
                    all.append("  | ").append(shown).append("\n  | ");
                    caret(shown, one, text, all);
                }
            }
        }
        return all.toString().stripTrailing();
    }

    /** The column of the compiler counts a tab as up to eight; the caret stands below the character itself. */
    private static void caret(String line, Diagnostic<?> one, String text, StringBuilder into) {
        int start = text.lastIndexOf('\n', (int) one.getPosition() - 1) + 1;
        int column = (int) Math.min(line.length(), Math.max(0, one.getPosition() - start));
        for (int i = 0; i < column; i++) {
            into.append(line.charAt(i) == '\t' ? '\t' : ' ');
        }
        into.append("^\n");
    }

    /** A text that is compiled. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("memory:///" + name + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps the classes that come of it. */
    private static final class InMemory extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, ByteArrayOutputStream> classes = new LinkedHashMap<>();

        InMemory(StandardJavaFileManager standard) {
            super(standard);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name + kind.extension), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    classes.put(name, bytes);
                    return bytes;
                }
            };
        }
    }

    /** Loads classes that are in memory. */
    private static final class Loader extends ClassLoader {
        private final Map<String, ByteArrayOutputStream> classes;

        Loader(Map<String, ByteArrayOutputStream> classes) {
            super(SourceCompiler.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            ByteArrayOutputStream bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] code = bytes.toByteArray();
            return defineClass(name, code, 0, code.length);
        }
    }
}
