package io.sollecito;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;

/** The house: which package may know which, and where Camel, Spring, SQL and the wall clock may appear. */
@AnalyzeClasses(packages = "io.sollecito", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("io.sollecito.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_parts_of_the_ledger_have_no_cycles =
            slices().matching("io.sollecito.ledger.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_model_knows_nothing_of_the_house_nor_of_frameworks = noClasses()
            .that()
            .resideInAPackage("io.sollecito.model..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.sollecito..")
                    .and(resideInAPackage("io.sollecito.model..").negate()))
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.camel..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule sql_is_spoken_in_the_ledger_only = noClasses()
            .that()
            .resideOutsideOfPackages("io.sollecito.ledger..", "io.sollecito.app..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("java.sql..", "org.springframework.jdbc..", "org.postgresql..", "org.h2..")
                            .and(DescribedPredicate.not(assignableTo(Date.class).as("values of rows")))
                            .as("JDBC and the databases"));

    @ArchTest
    static final ArchRule camel_appears_in_adapters_only = noClasses()
            .that()
            .resideOutsideOfPackage("io.sollecito.app..")
            .and()
            .haveNameNotMatching(".*Adapter.*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..");

    @ArchTest
    static final ArchRule nothing_needs_a_client_that_is_an_option = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.apache.camel.component.kafka..");

    @ArchTest
    static final ArchRule spring_wires_in_the_composition_root_only = noClasses()
            .that()
            .resideOutsideOfPackage("io.sollecito.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.boot..", "org.springframework.context..", "org.springframework.stereotype..");

    @ArchTest
    static final ArchRule the_ledger_knows_only_the_model_and_the_calendar = noClasses()
            .that()
            .resideInAPackage("io.sollecito.ledger..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.sollecito..")
                    .and(resideInAPackage("io.sollecito.ledger..").negate())
                    .and(resideInAPackage("io.sollecito.model..").negate())
                    .and(resideInAPackage("io.sollecito.calendar..").negate()));

    @ArchTest
    static final ArchRule time_is_the_injected_clock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
