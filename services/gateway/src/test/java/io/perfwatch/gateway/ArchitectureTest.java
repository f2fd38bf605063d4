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
            slices().matching("io.perfwatch.gateway.(live|host|history|metric)..")
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
                            "..live..",
                            "..host..",
                            "..history..",
                            "..web..",
                            "org.springframework.web..");

    @ArchTest
    static final ArchRule controllers_arePrivateToTheirFeature =
            classes().that().areAnnotatedWith(RestController.class).should().bePackagePrivate();
}
