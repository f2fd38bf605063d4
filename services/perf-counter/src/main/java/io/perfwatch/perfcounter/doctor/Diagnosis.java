package io.perfwatch.perfcounter.doctor;

import io.perfwatch.perfcounter.child.Counting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the facts mean.
 *
 * @param perf its version; empty if it is not there
 * @param counting what it can count; empty if it was refused
 * @param refusal why it was refused
 */
record Diagnosis(
        Machine machine, Optional<String> perf, Optional<Counting> counting, String refusal) {
    private static final String CAPABILITY =
            "run as uid 0 with the capability PERFMON (docker run --cap-add PERFMON;"
                    + " Kubernetes: capabilities: {add: [PERFMON]}), or"
                    + " sysctl kernel.perf_event_paranoid=0";

    /** Above it upstream's kernel knows no difference, and Debian's heeds CAP_SYS_ADMIN only. */
    private static final int STRICTEST = 2;

    /** ENOSYS, as of an emulated machine; a filter says that it is not permitted. */
    private static final String NO_SYSTEM_CALL = "Function not implemented";

    private static final String LEVEL =
            "sysctl kernel.perf_event_paranoid=2: above it, kernels of distributions (Debian's)"
                    + " refuse CAP_PERFMON too";

    /** Whether anything is counted. */
    boolean isWell() {
        return counting.isPresent();
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(program());
        findings.add(permission());
        if (perf.isPresent() && counting.isEmpty()) {
            findings.add(refused());
        }
        findings.add(hardware());
        if (machine.nmiWatchdog()) {
            findings.add(
                    new Finding(
                            "NMI watchdog",
                            "on: it holds one counter of each CPU, so more is multiplexed",
                            "sysctl kernel.nmi_watchdog=0, if you can do without it"));
        }
        counting.ifPresent(c -> events(c, findings));
        return findings;
    }

    private Finding program() {
        return perf.map(version -> Finding.fine("perf", version))
                .orElseGet(() ->
                        new Finding(
                                "perf",
                                "not there: the service runs and says so",
                                "apt install linux-perf (Debian), linux-tools-$(uname -r)"
                                        + " (Ubuntu), perf (Fedora, RHEL, SUSE, Arch)"));
    }

    private Finding permission() {
        String level = machine.paranoid().map(String::valueOf).orElse("absent");
        String who = (machine.root() ? "uid 0" : "not uid 0") + capability();
        String text = "perf_event_paranoid " + level + ", " + who;
        if (machine.paranoid().isEmpty()) {
            return new Finding(
                    "permission", text, "this kernel has no perf events (CONFIG_PERF_EVENTS)");
        }
        return mayCount()
                ? Finding.fine("permission", text + ": the whole host may be counted")
                : new Finding("permission", text + ": the host may not be counted", fix());
    }

    private String capability() {
        return machine.mayMonitor() ? " with CAP_PERFMON" : " without CAP_PERFMON";
    }

    private boolean mayCount() {
        boolean capable = machine.mayMonitor() && (isWell() || !isLevelStricter());
        return capable || machine.paranoid().map(level -> level <= 0).orElse(false);
    }

    private boolean isLevelStricter() {
        return machine.paranoid().map(level -> level > STRICTEST).orElse(false);
    }

    private String fix() {
        if (machine.mayMonitor()) {
            return LEVEL;
        }
        boolean fileCapabilityIsLost = !machine.root() && machine.noNewPrivileges();
        return CAPABILITY
                + (fileCapabilityIsLost
                        ? "; a file capability on perf does not survive no-new-privileges"
                        : "")
                + (isLevelStricter() ? "; and " + LEVEL : "");
    }

    private Finding refused() {
        boolean missing = refusal.contains(NO_SYSTEM_CALL);
        boolean filtered = mayCount() && machine.seccomp() && !missing;
        return filtered
                ? new Finding(
                        "seccomp",
                        "perf is refused though it may count, and system calls are filtered: "
                                + refusal,
                        "allow perf_event_open in the seccomp profile; those of Docker and"
                                + " containerd do with CAP_PERFMON")
                : Finding.fine("refused", refusal);
    }

    private Finding hardware() {
        if (machine.pmu()) {
            return Finding.fine("counters", "this CPU's counters have a driver");
        }
        return machine.virtualMachine()
                ? new Finding(
                        "counters",
                        "none: this virtual machine has no PMU; software events count",
                        "have the hypervisor pass it on (KVM: -cpu host,pmu=on; VMware: \"virtualize"
                                + " CPU performance counters\"; clouds: bare-metal sizes)")
                : Finding.fine("counters", "none: the kernel has no driver for this CPU's PMU");
    }

    private static void events(Counting counting, List<Finding> findings) {
        findings.add(Finding.fine("counting", counting.plan().eventArgument()));
        for (Map.Entry<String, String> event : counting.unavailable().entrySet()) {
            findings.add(Finding.fine("", event.getKey() + ": " + event.getValue()));
        }
    }
}
