package io.kash.shell.editor;

import io.kash.completions.values.Value;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Names of files for TAB: those in the folder that is typed so far, folders with a slash behind them. */
final class FileNames {
    private static final int MOST = 500;

    private final Path folder;

    FileNames(Path folder) {
        this.folder = folder;
    }

    List<Value> startingAt(String typed) {
        String above = typed.substring(0, typed.lastIndexOf('/') + 1);
        List<Value> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.resolve(above))) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (!name.startsWith(".") && names.size() < MOST) {
                    names.add(new Value(above + name + (Files.isDirectory(entry) ? "/" : ""), ""));
                }
            }
        } catch (IOException | InvalidPathException e) {
            return List.of();
        }
        names.sort(Comparator.comparing(Value::word));
        return names;
    }
}
