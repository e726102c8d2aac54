package io.sollecito.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelReference;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().build();

    private final String expression;
    private final CelRuntime.Program program;
    private final Set<String> names;
    private final List<Asked> asked;

    private Condition(String expression, CelRuntime.Program program, Set<String> names, List<Asked> asked) {
        this.expression = expression;
        this.program = program;
        this.names = names;
        this.asked = asked;
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
            return new Condition(expression, RUNTIME.createProgram(checked), names, asked(checked));
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

    /**
     * One key of a variable, written as {@code debtor.country} or {@code debtor['country']}.
     *
     * @param position from 0 inside the expression
     */
    public record Asked(String variable, String key, int position) {}

    private static List<Asked> asked(CelAbstractSyntaxTree ast) {
        Map<Long, Integer> positions = ast.getSource().getPositionsMap();
        return CelNavigableAst.fromAst(ast)
                .getRoot()
                .allNodes()
                .map(CelNavigableExpr::expr)
                .map(expr -> asked(expr, positions.getOrDefault(expr.id(), 0)))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Asked asked(CelExpr expr, int position) {
        if (expr.getKind() == Kind.SELECT && expr.select().operand().getKind() == Kind.IDENT) {
            return new Asked(
                    expr.select().operand().ident().name(), expr.select().field(), position);
        }
        boolean index = expr.getKind() == Kind.CALL && expr.call().function().equals("_[_]");
        if (!index || expr.call().args().get(0).getKind() != Kind.IDENT) {
            return null;
        }
        CelExpr key = expr.call().args().get(1);
        boolean text = key.getKind() == Kind.CONSTANT && key.constant().getKind() == CelConstant.Kind.STRING_VALUE;
        return text
                ? new Asked(
                        expr.call().args().get(0).ident().name(), key.constant().stringValue(), position)
                : null;
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
