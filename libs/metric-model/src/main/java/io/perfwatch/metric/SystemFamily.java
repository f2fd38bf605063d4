package io.perfwatch.metric;

/** The families of {@link SystemEvent}. */
public sealed interface SystemFamily extends Family
        permits Cpu,
                Load,
                Pressure,
                Memory,
                Disks,
                Filesystems,
                Networks,
                Tcp,
                Udp,
                Sockets,
                Cgroups,
                Sensors {}
