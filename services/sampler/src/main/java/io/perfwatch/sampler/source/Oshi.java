package io.perfwatch.sampler.source;

import oshi.SystemInfo;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.software.os.OperatingSystem;
import oshi.util.GlobalConfig;
import oshi.util.PlatformEnum;

/**
 * The library that knows macOS and Windows (and Linux, see RATIONALE.md for what it costs there).
 * What it cannot know it reports as 0: which of its numbers are real is told here.
 */
public final class Oshi {
    /** It repeats an answer for so long, 300 ms by default: longer than our shortest interval. */
    private static final int MEMORY_MILLIS = 50;

    private final SystemInfo system;
    private final PlatformEnum platform = PlatformEnum.getCurrentPlatform();

    public Oshi() {
        GlobalConfig.set(GlobalConfig.OSHI_UTIL_MEMOIZER_EXPIRATION, MEMORY_MILLIS);
        this.system = new SystemInfo();
    }

    public HardwareAbstractionLayer hardware() {
        return system.getHardware();
    }

    public OperatingSystem operatingSystem() {
        return system.getOperatingSystem();
    }

    public boolean isLinux() {
        return platform == PlatformEnum.LINUX;
    }

    public boolean isMacOs() {
        return platform == PlatformEnum.MACOS;
    }

    public boolean isWindows() {
        return platform == PlatformEnum.WINDOWS;
    }

    /** {@code macOS}, {@code Windows}, …: for a sentence that says what is not there. */
    public String platformName() {
        return platform.getName();
    }
}
