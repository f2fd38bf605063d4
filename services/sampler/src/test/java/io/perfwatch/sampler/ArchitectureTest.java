package io.perfwatch.sampler;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.perfwatch.sampler", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule whatAllFamiliesReadWith_knowsNoFamily =
            noClasses()
                    .that()
                    .resideInAPackage("io.perfwatch.sampler.source..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.perfwatch.sampler",
                            "io.perfwatch.sampler.cgroup..",
                            "io.perfwatch.sampler.process..",
                            "io.perfwatch.sampler.host..");

    @ArchTest
    static final ArchRule families_areMeasuredWithoutSpringOrKafka =
            noClasses()
                    .that()
                    .resideInAPackage("io.perfwatch.sampler.*..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule noProgram_isStarted =
            noClasses().should().dependOnClassesThat().areAssignableTo(ProcessBuilder.class);
}
