package io.sollecito.expression;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Amounts in conditions: a decimal type of their own. It is compared with another, with a whole number, or with what
 * {@code decimal('1000.50')} makes of a text; a floating-point number does not compile.
 */
final class Decimals {

    static final CelType TYPE = OpaqueType.create("decimal");

    /** Equal amounts are equal values, whatever their scale. Not a {@link Number}: CEL would make those binary fractions. */
    private record Decimal(BigDecimal amount) {}

    private record Comparison(String operator, String name, IntPredicate holds) {}

    private static final List<Comparison> COMPARISONS = List.of(
            new Comparison("_<_", "less", sign -> sign < 0),
            new Comparison("_<=_", "less_equals", sign -> sign <= 0),
            new Comparison("_>_", "greater", sign -> sign > 0),
            new Comparison("_>=_", "greater_equals", sign -> sign >= 0));

    private Decimals() {}

    static Object value(BigDecimal amount) {
        return new Decimal(amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros());
    }

    static List<CelFunctionDecl> declarations() {
        List<CelFunctionDecl> declarations = new ArrayList<>();
        declarations.add(CelFunctionDecl.newFunctionDeclaration(
                "decimal", CelOverloadDecl.newGlobalOverload("decimal_string", TYPE, SimpleType.STRING)));
        COMPARISONS.forEach(each -> declarations.add(CelFunctionDecl.newFunctionDeclaration(
                each.operator(),
                CelOverloadDecl.newGlobalOverload("decimal_" + each.name(), SimpleType.BOOL, TYPE, TYPE),
                CelOverloadDecl.newGlobalOverload(
                        "decimal_" + each.name() + "_int", SimpleType.BOOL, TYPE, SimpleType.INT))));
        return declarations;
    }

    static List<CelFunctionBinding> bindings() {
        List<CelFunctionBinding> bindings = new ArrayList<>();
        bindings.add(CelFunctionBinding.from("decimal_string", String.class, text -> value(new BigDecimal(text))));
        COMPARISONS.forEach(each -> {
            bindings.add(CelFunctionBinding.from(
                    "decimal_" + each.name(),
                    Decimal.class,
                    Decimal.class,
                    (one, other) -> each.holds().test(one.amount().compareTo(other.amount()))));
            bindings.add(CelFunctionBinding.from(
                    "decimal_" + each.name() + "_int",
                    Decimal.class,
                    Long.class,
                    (one, other) -> each.holds().test(one.amount().compareTo(BigDecimal.valueOf(other)))));
        });
        return bindings;
    }
}
