package io.perfwatch.sampler.sensor;

import io.perfwatch.sampler.source.Directories;
import io.perfwatch.sampler.source.Fields;
import io.perfwatch.sampler.source.KernelFile;
import io.perfwatch.sampling.HostRoot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the sensors that there are, see Documentation/hwmon/sysfs-interface.rst. */
final class SensorFinder {
    private final HostRoot root;
    private final List<SensorFile> found = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private boolean hiddenPower;

    SensorFinder(HostRoot root) {
        this.root = root;
        children("class/hwmon").forEach(this::chip);
        children("class/thermal").forEach(this::zone);
        children("class/powercap").forEach(this::domain);
    }

    List<SensorFile> sensors() {
        return List.copyOf(found);
    }

    /** Whether there is a power meter that only root may read. */
    boolean hasHiddenPower() {
        return hiddenPower;
    }

    private List<Path> children(String directory) {
        Path path = root.sys(directory);
        return Directories.names(path).stream().map(path::resolve).toList();
    }

    private void chip(Path chip) {
        String name = KernelFile.lineOf(chip.resolve("name"), chip.getFileName().toString());
        for (String file : Directories.names(chip)) {
            SensorFile.Kind kind = kindOf(file);
            if (kind != null) {
                String sensor = file.substring(0, file.lastIndexOf('_'));
                String label = KernelFile.lineOf(chip.resolve(sensor + "_label"), sensor);
                add(kind, name + "/" + label, chip.resolve(file), critical(chip, sensor));
            }
        }
    }

    private static SensorFile.@Nullable Kind kindOf(String file) {
        if (file.endsWith("_input")) {
            if (file.startsWith("temp")) {
                return SensorFile.Kind.MILLI_CELSIUS;
            }
            if (file.startsWith("fan")) {
                return SensorFile.Kind.ROTATIONS_PER_MINUTE;
            }
        }
        boolean power = file.startsWith("power");
        return power && (file.endsWith("_input") || file.endsWith("_average"))
                ? SensorFile.Kind.MICRO_WATTS
                : null;
    }

    private static @Nullable Double critical(Path chip, String sensor) {
        long critical = KernelFile.numberOf(chip.resolve(sensor + "_crit"), Fields.ABSENT);
        return critical == Fields.ABSENT ? null : critical / 1e3;
    }

    private void zone(Path zone) {
        if (zone.getFileName().toString().startsWith("thermal_zone")) {
            String type = KernelFile.lineOf(zone.resolve("type"), "zone");
            add(SensorFile.Kind.MILLI_CELSIUS, "thermal/" + type, zone.resolve("temp"), null);
        }
    }

    /** {@code intel-rapl:0} is a package, {@code intel-rapl:0:1} a part of it. */
    private void domain(Path domain) {
        Path energy = domain.resolve("energy_uj");
        if (Files.isReadable(energy)) {
            String name = KernelFile.lineOf(domain.resolve("name"), "energy");
            String number = domain.getFileName().toString();
            String parts = number.substring(number.indexOf(':') + 1);
            add(SensorFile.Kind.MICRO_JOULES, "rapl/" + name + "-" + parts, energy, null);
        } else if (Files.exists(energy)) {
            hiddenPower = true;
        }
    }

    /** Two of one name, as of two equal disks, are told apart by a number. */
    private void add(SensorFile.Kind kind, String name, Path file, @Nullable Double critical) {
        String unique = name;
        for (int i = 2; !names.add(unique); i++) {
            unique = name + " #" + i;
        }
        found.add(new SensorFile(kind, unique, new KernelFile(file), critical));
    }
}
