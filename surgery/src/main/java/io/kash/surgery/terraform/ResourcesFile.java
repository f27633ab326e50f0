package io.kash.surgery.terraform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.terraform.Resources.Group;
import io.kash.surgery.terraform.Resources.Machine;
import io.kash.surgery.terraform.Resources.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads what {@code terraform show -json} prints, of a state or of a plan (Terraform's "JSON Output Format"). Of a
 * directory every file that ends in {@code .json} is read. Data sources count like resources: a network is often made
 * elsewhere.
 */
public final class ResourcesFile {
    private static final long MOST_BYTES = 50_000_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Network> networks = new ArrayList<>();
    private final List<Machine> machines = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();

    private ResourcesFile() {}

    /** @throws io.kash.surgery.problem.ProblemException of kind USAGE when a file is no such output */
    public static Resources read(Path path) {
        ResourcesFile reader = new ResourcesFile();
        for (Path file : files(path)) {
            reader.add(file);
        }
        return new Resources(reader.networks, reader.machines, reader.groups);
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> entries = Files.list(path)) {
            List<Path> files = entries.filter(file -> file.toString().endsWith(".json"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw unreadable(path, "no file in it ends in .json").asException();
            }
            return files;
        } catch (IOException e) {
            throw unreadable(path, String.valueOf(e.getMessage())).asException(e);
        }
    }

    private void add(Path file) {
        JsonNode root = parsed(file);
        JsonNode values = root.path(root.has("planned_values") ? "planned_values" : "values");
        if (!root.path("format_version").isTextual()
                || !values.path("root_module").isObject()) {
            throw unreadable(file, "it is not what terraform show -json prints of a state or plan with resources")
                    .asException();
        }
        // Of a plan the data sources stand in the state before it.
        module(root.path("prior_state").path("values").path("root_module"), true);
        module(values.path("root_module"), false);
    }

    private static JsonNode parsed(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw unreadable(file, "it is larger than " + MOST_BYTES + " bytes")
                        .asException();
            }
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw unreadable(file, "it is not JSON: " + e.getOriginalMessage()).asException(e);
        } catch (java.nio.file.NoSuchFileException e) {
            throw unreadable(file, "there is no such file").asException(e);
        } catch (IOException e) {
            throw unreadable(file, String.valueOf(e.getMessage())).asException(e);
        }
    }

    private static Problem unreadable(Path file, String why) {
        return Problem.usage(
                "Terraform's resources cannot be read",
                file.toString(),
                why,
                "terraform show -json > resources.json, then name that file or its directory");
    }

    private void module(JsonNode module, boolean onlyData) {
        for (JsonNode resource : module.path("resources")) {
            if (!onlyData || text(resource, "mode").equals("data")) {
                resource(resource);
            }
        }
        module.path("child_modules").forEach(child -> module(child, onlyData));
    }

    private void resource(JsonNode resource) {
        JsonNode values = resource.path("values");
        String name = text(resource, "address");
        switch (text(resource, "type")) {
            case "aws_subnet" ->
                networks.add(new Network(
                        name, text(values, "id"), text(values, "availability_zone"), text(values, "cidr_block")));
            case "aws_instance", "aws_network_interface" -> machines.add(machine(name, resource, values));
            case "aws_autoscaling_group" -> groups.add(new Group(name, text(values, "name")));
            default -> {
                // Nothing an environment speaks of.
            }
        }
    }

    private static Machine machine(String name, JsonNode resource, JsonNode values) {
        JsonNode index = resource.path("index");
        Map<String, String> tags = new TreeMap<>();
        values.path("tags")
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText("")));
        return new Machine(
                name,
                text(values, "id"),
                index.isInt() ? OptionalInt.of(index.asInt()) : OptionalInt.empty(),
                index.isTextual() ? Optional.of(index.asText()) : Optional.empty(),
                text(values, "subnet_id"),
                text(values, "private_ip"),
                tags);
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).isTextual() ? node.path(key).asText() : "";
    }
}
