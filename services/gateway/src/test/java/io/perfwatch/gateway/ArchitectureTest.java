package io.perfwatch.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "io.perfwatch.gateway", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule features_haveNoCycles =
            slices().matching("io.perfwatch.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule features_shareOnlyTheFeedAndTheWeb =
            slices().matching(
                            "io.perfwatch.gateway.(annotation|live|host|history|metric|process|prometheus|system)..")
                    .should()
                    .notDependOnEachOther();

    @ArchTest
    static final ArchRule feed_knowsNoFeature =
            noClasses()
                    .that()
                    .resideInAPackage("..gateway.feed..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.perfwatch.gateway.annotation..",
                            "io.perfwatch.gateway.live..",
                            "io.perfwatch.gateway.host..",
                            "io.perfwatch.gateway.history..",
                            "io.perfwatch.gateway.process..",
                            "io.perfwatch.gateway.prometheus..",
                            "io.perfwatch.gateway.system..",
                            "io.perfwatch.gateway.web..",
                            "org.springframework.web..");

    @ArchTest
    static final ArchRule controllers_arePrivateToTheirFeature =
            classes().that().areAnnotatedWith(RestController.class).should().bePackagePrivate();
}
