package io.perfwatch.bench.simulate;

import io.perfwatch.metric.Catalogue;
import io.perfwatch.metric.MetricPath;
import io.perfwatch.metric.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What each simulated host measures: the sampler's metrics as the catalogue has them, and as many
 * devices and cores as it takes to come near a number of values. A new family is in it by itself.
 */
public record FleetShape(List<Part.Group> families) {

    private static final int MOST_DEVICES = 4_096;
    private static final List<String> RESOURCES = List.of("cpu", "memory", "io");

    /** How the devices of a family are called, by number. */
    private static final Map<String, String> NAMES =
            Map.of(
                    "disks", "nvme%dn1",
                    "filesystems", "/data%d",
                    "networks", "eth%d",
                    "cgroups", "system.slice/service-%d",
                    "sensors", "sensor %d");

    /** The smallest shape with at least so many values. */
    public static FleetShape of(int leaves) {
        int devices = 1;
        FleetShape shape = ofDevices(devices);
        while (shape.leaves() < leaves && devices < MOST_DEVICES) {
            shape = ofDevices(++devices);
        }
        return shape;
    }

    public int leaves() {
        return families.stream().mapToInt(Part::leaves).sum();
    }

    private static FleetShape ofDevices(int devices) {
        Branch root = new Branch();
        for (Catalogue.Entry entry : Catalogue.entries()) {
            if (entry.topic().equals(Topic.SYSTEM.topicName())) {
                Branch branch = root;
                for (MetricPath.Step step : MetricPath.parse(entry.path()).steps()) {
                    branch = branch.children.computeIfAbsent(step, _ -> new Branch());
                }
                branch.walk = Walk.of(entry);
            }
        }
        List<Part.Group> families = new ArrayList<>();
        root.children.forEach((step, branch) -> {
            String family = ((MetricPath.Member) step).name();
            families.add(new Part.Group(family, branch.parts(names(family, devices))));
        });
        return new FleetShape(families);
    }

    private static List<String> names(String family, int devices) {
        if (family.equals("pressure")) {
            return RESOURCES;
        }
        String name = NAMES.getOrDefault(family, family + " %d");
        return IntStream.range(0, devices).mapToObj(name::formatted).toList();
    }

    /** The catalogue's paths as a tree. */
    private static final class Branch {
        final Map<MetricPath.Step, Branch> children = new LinkedHashMap<>();
        @Nullable Walk walk;

        List<Part> parts(List<String> devices) {
            List<Part> parts = new ArrayList<>();
            children.forEach((step, child) -> child.addTo(parts, step, devices));
            return parts;
        }

        private void addTo(List<Part> parts, MetricPath.Step step, List<String> devices) {
            switch (step) {
                case MetricPath.Member(String name) when walk != null ->
                        parts.add(new Part.Single(name, walk));
                case MetricPath.Member(String name) ->
                        parts.add(new Part.Group(name, inside(devices)));
                case MetricPath.Key(String name) -> parts.add(new Part.Group(name, parts(devices)));
                case MetricPath.AnyKey() -> {
                    for (String device : devices) {
                        parts.add(new Part.Group(device, parts(devices)));
                    }
                }
            }
        }

        /** What has nothing but keys below a family's member is a table of columns. */
        private List<Part> inside(List<String> devices) {
            Branch rows = children.get(new MetricPath.AnyKey());
            if (rows == null || children.size() > 1) {
                return parts(devices);
            }
            return rows.columns(devices.size());
        }

        private List<Part> columns(int rows) {
            List<Part> columns = new ArrayList<>();
            children.forEach((step, child) -> {
                if (step instanceof MetricPath.Member(String name) && child.walk != null) {
                    columns.add(new Part.Column(name, child.walk, rows));
                }
            });
            return columns;
        }
    }
}
