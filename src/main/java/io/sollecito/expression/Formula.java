package io.sollecito.expression;

import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Map;

/** A CEL expression that makes a text, compiled and type-checked when its file is loaded. */
public final class Formula {

    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().build();

    private final String expression;
    private final CelRuntime.Program program;

    private Formula(String expression, CelRuntime.Program program) {
        this.expression = expression;
        this.program = program;
    }

    /**
     * @param variables the names that the expression may use, with their types
     * @throws Condition.Wrong with the position inside the expression and what is wrong with it
     */
    public static Formula compile(String expression, Map<String, CelType> variables) throws Condition.Wrong {
        CelCompilerBuilder builder =
                CelCompilerFactory.standardCelCompilerBuilder().setResultType(SimpleType.STRING);
        variables.forEach(builder::addVar);
        try {
            return new Formula(
                    expression,
                    RUNTIME.createProgram(builder.build().compile(expression).getAst()));
        } catch (CelValidationException wrong) {
            CelIssue issue = wrong.getErrors().get(0);
            throw new Condition.Wrong(
                    issue.getMessage(), Math.max(0, issue.getSourceLocation().getColumn()));
        } catch (CelEvaluationException wrong) {
            throw new Condition.Wrong(wrong.getMessage(), 0);
        }
    }

    /** @throws Condition.Failed when a value that the expression asks for is not there */
    public String of(Map<String, ?> values) throws Condition.Failed {
        try {
            return (String) program.eval(values);
        } catch (CelEvaluationException failed) {
            throw new Condition.Failed(expression, failed.getMessage());
        }
    }

    @Override
    public String toString() {
        return expression;
    }
}
