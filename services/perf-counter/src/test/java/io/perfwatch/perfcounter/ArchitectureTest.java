package io.perfwatch.perfcounter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.perfwatch.perfcounter", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packages_haveNoCycles =
            slices().matching("io.perfwatch.perfcounter.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule whatPerfPrints_isReadWithoutSpringOrKafka =
            noClasses()
                    .that()
                    .resideInAnyPackage("..output..", "..plan..", "..derive..", "..child..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule onlyTheChildPackage_startsProcesses =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..child..")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(ProcessBuilder.class);
}
