package io.perfwatch.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One tick of the sampler: each family that was due. A family that was not is left out. */
public record SystemEvent(
        String host,
        String probe,
        UUID run,
        long sequence,
        @EventTime Instant time,
        @Nullable Cpu cpu,
        @Nullable Load load,
        @Nullable Pressure pressure,
        @Nullable Memory memory,
        @Nullable Disks disks,
        @Nullable Filesystems filesystems,
        @Nullable Networks networks,
        @Nullable Tcp tcp,
        @Nullable Udp udp,
        @Nullable Sockets sockets,
        @Nullable Cgroups cgroups,
        @Nullable Sensors sensors,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> unavailable)
        implements Event {

    public SystemEvent {
        unavailable = Absent.toEmpty(unavailable);
    }

    /** Puts each family in its place; of two of the same kind the later stays. */
    public static SystemEvent of(
            Envelope envelope,
            Collection<? extends SystemFamily> families,
            Map<String, String> unavailable) {
        Cpu cpu = null;
        Load load = null;
        Pressure pressure = null;
        Memory memory = null;
        Disks disks = null;
        Filesystems filesystems = null;
        Networks networks = null;
        Tcp tcp = null;
        Udp udp = null;
        Sockets sockets = null;
        Cgroups cgroups = null;
        Sensors sensors = null;
        for (SystemFamily family : families) {
            switch (family) {
                case Cpu f -> cpu = f;
                case Load f -> load = f;
                case Pressure f -> pressure = f;
                case Memory f -> memory = f;
                case Disks f -> disks = f;
                case Filesystems f -> filesystems = f;
                case Networks f -> networks = f;
                case Tcp f -> tcp = f;
                case Udp f -> udp = f;
                case Sockets f -> sockets = f;
                case Cgroups f -> cgroups = f;
                case Sensors f -> sensors = f;
            }
        }
        return new SystemEvent(
                envelope.host(),
                envelope.probe(),
                envelope.run(),
                envelope.sequence(),
                envelope.time(),
                cpu,
                load,
                pressure,
                memory,
                disks,
                filesystems,
                networks,
                tcp,
                udp,
                sockets,
                cgroups,
                sensors,
                unavailable);
    }
}
