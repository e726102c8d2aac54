package io.sollecito.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelReference;
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
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A CEL expression that is true or false, compiled and type-checked when its file is loaded. Values are text, lists of
 * text, or maps of them; there are no floating-point amounts.
 */
public final class Condition {

    /** A map of text to text, such as {@code row['Konto']}. */
    public static final CelType TEXTS = MapType.create(SimpleType.STRING, SimpleType.STRING);

    /** A map of text to anything, such as {@code debtor.country} or {@code 'vip' in debtor.tags}. */
    public static final CelType FACTS = MapType.create(SimpleType.STRING, SimpleType.DYN);

    public static final CelType TEXT = SimpleType.STRING;
    public static final CelType TEXT_LIST = ListType.create(SimpleType.STRING);

    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().build();

    private final String expression;
    private final CelRuntime.Program program;
    private final Set<String> names;

    private Condition(String expression, CelRuntime.Program program, Set<String> names) {
        this.expression = expression;
        this.program = program;
        this.names = names;
    }

    /**
     * @param variables the names that the expression may use, with their types
     * @throws Wrong with the position inside the expression and what is wrong with it
     */
    public static Condition compile(String expression, Map<String, CelType> variables) throws Wrong {
        CelCompilerBuilder builder =
                CelCompilerFactory.standardCelCompilerBuilder().setResultType(SimpleType.BOOL);
        variables.forEach(builder::addVar);
        CelCompiler compiler = builder.build();
        try {
            CelAbstractSyntaxTree checked = compiler.compile(expression).getAst();
            Set<String> names = checked.getReferenceMap().values().stream()
                    .map(CelReference::name)
                    .collect(Collectors.toSet());
            return new Condition(expression, RUNTIME.createProgram(checked), names);
        } catch (CelValidationException wrong) {
            CelIssue issue = wrong.getErrors().get(0);
            throw new Wrong(
                    issue.getMessage(), Math.max(0, issue.getSourceLocation().getColumn()));
        } catch (CelEvaluationException wrong) {
            throw new Wrong(wrong.getMessage(), 0);
        }
    }

    /** Whether its answer depends on that variable. */
    public boolean asks(String variable) {
        return names.contains(variable);
    }

    /** @throws Failed when a value that the expression asks for is not there */
    public boolean test(Map<String, ?> values) throws Failed {
        try {
            return (Boolean) program.eval(values);
        } catch (CelEvaluationException failed) {
            throw new Failed(expression, failed.getMessage());
        }
    }

    @Override
    public String toString() {
        return expression;
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
