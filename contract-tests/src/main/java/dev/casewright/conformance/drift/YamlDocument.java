package dev.casewright.conformance.drift;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The text of a YAML document, to which lines are added without touching the others. */
final class YamlDocument {

  private static final int CONTEXT = 3;

  private final List<String> lines;
  private final Node root;
  private final TreeMap<Integer, List<String>> added = new TreeMap<>();

  YamlDocument(String yaml) {
    this.lines = Arrays.asList(yaml.split("\n"));
    this.root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
  }

  /**
   * Adds lines at the head of a mapping.
   *
   * @return false if there is no mapping with a line for each entry at this place
   */
  boolean add(String pointer, List<String> entry) {
    Optional<MappingNode> mapping = mappingAt(pointer);
    mapping.ifPresent(
        found -> {
          Node first = found.getValue().get(0).getKeyNode();
          String indent = " ".repeat(first.getStartMark().getColumn());
          List<String> here =
              added.computeIfAbsent(first.getStartMark().getLine(), line -> new ArrayList<>());
          entry.forEach(line -> here.add(indent + line));
        });
    return mapping.isPresent();
  }

  boolean has(String pointer) {
    return mappingAt(pointer).isPresent();
  }

  private Optional<MappingNode> mappingAt(String pointer) {
    Node node = root;
    for (String step : pointer.substring(1).split("/")) {
      String name = step.replace("~1", "/").replace("~0", "~");
      Optional<Node> next = node instanceof MappingNode map ? child(map, name) : Optional.empty();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      node = next.get();
    }
    return node instanceof MappingNode map
            && map.getFlowStyle() == FlowStyle.BLOCK
            && !map.getValue().isEmpty()
        ? Optional.of(map)
        : Optional.empty();
  }

  private static Optional<Node> child(MappingNode mapping, String name) {
    return mapping.getValue().stream()
        .filter(
            entry -> entry.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name))
        .map(NodeTuple::getValueNode)
        .findFirst();
  }

  /** What was added, as the hunks of a unified diff. */
  String hunks() {
    StringBuilder text = new StringBuilder();
    int before = 0;
    List<Integer> group = new ArrayList<>();
    for (Integer line : added.keySet()) {
      if (!group.isEmpty() && line - CONTEXT > group.get(group.size() - 1) + CONTEXT) {
        before += hunk(text, group, before);
        group = new ArrayList<>();
      }
      group.add(line);
    }
    if (!group.isEmpty()) {
      hunk(text, group, before);
    }
    return text.toString();
  }

  private int hunk(StringBuilder text, List<Integer> places, int addedBefore) {
    int from = Math.max(0, places.get(0) - CONTEXT);
    int to = Math.min(lines.size(), places.get(places.size() - 1) + CONTEXT);
    int more = places.stream().mapToInt(place -> added.get(place).size()).sum();
    text.append("@@ -").append(from + 1).append(',').append(to - from);
    text.append(" +").append(from + 1 + addedBefore).append(',').append(to - from + more);
    text.append(" @@\n");
    for (int i = from; i < to; i++) {
      for (String line : places.contains(i) ? added.get(i) : List.<String>of()) {
        text.append('+').append(line).append('\n');
      }
      text.append(' ').append(lines.get(i)).append('\n');
    }
    return more;
  }
}
