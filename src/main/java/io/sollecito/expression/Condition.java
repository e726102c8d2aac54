package io.sollecito.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelReference;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelVariableResolver;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A CEL expression that is true or false, compiled and type-checked when its file is loaded. Values are text, whole
 * numbers, amounts, lists of text, or maps of them; there are no floating-point amounts.
 */
public final class Condition {

    /** A map of text to text, such as {@code row['Konto']}. */
    public static final CelType TEXTS = MapType.create(SimpleType.STRING, SimpleType.STRING);

    /** A map of text to anything, such as {@code debtor.country} or {@code 'vip' in debtor.tags}. */
    public static final CelType FACTS = MapType.create(SimpleType.STRING, SimpleType.DYN);

    public static final CelType TEXT = SimpleType.STRING;

    public static final CelType LIST_OF_TEXTS = ListType.create(SimpleType.STRING);

    public static final CelType NUMBER = SimpleType.INT;

    /** An amount: never a floating-point number. Its values are made by {@link #amount}. */
    public static final CelType AMOUNT = Decimals.TYPE;

    private static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder()
            .addFunctionBindings(Decimals.bindings())
            .build();

    private final String expression;
    private final CelRuntime.Program program;
    private final Set<String> names;
    private final List<Asked> asked;
    private final CelNavigableExpr root;

    private Condition(String expression, CelRuntime.Program program, CelAbstractSyntaxTree checked) {
        this.expression = expression;
        this.program = program;
        this.names = checked.getReferenceMap().values().stream()
                .map(CelReference::name)
                .collect(Collectors.toSet());
        this.asked = Questions.of(checked);
        this.root = CelNavigableAst.fromAst(checked).getRoot();
    }

    /**
     * @param variables the names that the expression may use, such as {@code row} or {@code debtor.country}, with their types
     * @throws Wrong with the position inside the expression and what is wrong with it
     */
    public static Condition compile(String expression, Map<String, CelType> variables) throws Wrong {
        CelCompilerBuilder builder =
                CelCompilerFactory.standardCelCompilerBuilder().setResultType(SimpleType.BOOL);
        builder.addFunctionDeclarations(Decimals.declarations());
        variables.forEach(builder::addVar);
        CelCompiler compiler = builder.build();
        try {
            CelAbstractSyntaxTree checked = compiler.compile(expression).getAst();
            return new Condition(expression, RUNTIME.createProgram(checked), checked);
        } catch (CelValidationException wrong) {
            CelIssue issue = wrong.getErrors().get(0);
            throw new Wrong(
                    issue.getMessage(), Math.max(0, issue.getSourceLocation().getColumn()));
        } catch (CelEvaluationException wrong) {
            throw new Wrong(wrong.getMessage(), 0);
        }
    }

    /** What the expression asks of its variables, such as {@code debtor.country}. */
    public List<Asked> asked() {
        return asked;
    }

    /** Whether its answer depends on that variable, or on anything of it. */
    public boolean asks(String variable) {
        return names.contains(variable)
                || asked.stream()
                        .map(Asked::name)
                        .anyMatch(name -> name.equals(variable) || name.startsWith(variable + "."));
    }

    /** Whether that one name can make it true, whatever the others say. */
    public boolean mayRestOn(String name) {
        return asks(name) && Questions.mayRestOn(name, root);
    }

    /** What an amount is in {@link #AMOUNT}. */
    public static Object amount(BigDecimal amount) {
        return Decimals.value(amount);
    }

    /** @throws Failed when a value that the expression asks for is not there */
    public boolean test(Map<String, ?> values) throws Failed {
        return test(name -> Optional.ofNullable(values.get(name)));
    }

    /**
     * @param values what a name stands for; only the names that are asked for are looked up
     * @throws Failed when a value that the expression asks for is not there
     */
    public boolean test(Function<String, Optional<Object>> values) throws Failed {
        try {
            return (Boolean) program.eval((CelVariableResolver) values::apply);
        } catch (CelEvaluationException failed) {
            throw new Failed(expression, failed.getMessage());
        }
    }

    @Override
    public String toString() {
        return expression;
    }

    /**
     * One key of a variable, written as {@code debtor.country} or {@code debtor['country']}; {@code debtor.habit.items} asks
     * for {@code habit.items}.
     *
     * @param position from 0 inside the expression
     */
    public record Asked(String variable, String key, int position) {

        /** Such as debtor.country. */
        String name() {
            return variable + "." + key;
        }
    }

    /** The expression does not compile; {@code column} counts from 0 inside the expression. */
    public static final class Wrong extends Exception {
        private final int column;

        Wrong(String message, int column) {
            super(message);
            this.column = column;
        }

        public int column() {
            return column;
        }
    }

    /** The expression could not be answered for these values. */
    public static final class Failed extends Exception {
        Failed(String expression, String message) {
            super("'" + expression + "' cannot be answered: " + message);
        }
    }
}
