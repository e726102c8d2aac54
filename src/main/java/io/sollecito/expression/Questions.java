package io.sollecito.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import io.sollecito.expression.Condition.Asked;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a compiled expression asks of its variables. */
final class Questions {

    private Questions() {}

    static List<Asked> of(CelAbstractSyntaxTree ast) {
        Map<Long, Integer> positions = ast.getSource().getPositionsMap();
        return CelNavigableAst.fromAst(ast)
                .getRoot()
                .allNodes()
                .filter(node -> !isPartOfName(node))
                .map(CelNavigableExpr::expr)
                .map(expr -> asked(expr, positions.getOrDefault(expr.id(), 0)))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Of {@code debtor.habit.items}, what stands before the last dot. */
    private static boolean isPartOfName(CelNavigableExpr node) {
        return node.parent().map(parent -> name(parent.expr())).isPresent();
    }

    private static Asked asked(CelExpr expr, int position) {
        String name = name(expr);
        int dot = name == null ? -1 : name.indexOf('.');
        return dot < 0 ? null : new Asked(name.substring(0, dot), name.substring(dot + 1), position);
    }

    /** Such as debtor.country, also when written as {@code debtor['country']}; null for anything else. */
    private static String name(CelExpr expr) {
        if (expr.getKind() == Kind.IDENT) {
            return expr.ident().name();
        }
        if (expr.getKind() == Kind.SELECT) {
            return join(expr.select().operand(), expr.select().field());
        }
        if (!calls(expr, "_[_]")) {
            return null;
        }
        CelExpr key = expr.call().args().get(1);
        boolean text = key.getKind() == Kind.CONSTANT && key.constant().getKind() == CelConstant.Kind.STRING_VALUE;
        return text ? join(expr.call().args().get(0), key.constant().stringValue()) : null;
    }

    private static String join(CelExpr owner, String key) {
        String name = name(owner);
        return name == null ? null : name + "." + key;
    }

    private static boolean calls(CelExpr expr, String function) {
        return expr.getKind() == Kind.CALL && expr.call().function().equals(function);
    }

    /** Whether nothing but that name may be needed to make the expression true. */
    static boolean mayRestOn(String name, CelNavigableExpr expr) {
        return mayRestOn(name, expr, true);
    }

    private static boolean mayRestOn(String name, CelNavigableExpr expr, boolean wanted) {
        if (calls(expr.expr(), "!_")) {
            return expr.children().allMatch(negated -> mayRestOn(name, negated, !wanted));
        }
        if (calls(expr.expr(), wanted ? "_||_" : "_&&_")) {
            return expr.children().anyMatch(side -> mayRestOn(name, side, wanted));
        }
        if (calls(expr.expr(), wanted ? "_&&_" : "_||_")) {
            return expr.children().allMatch(side -> mayRestOn(name, side, wanted));
        }
        return expr.allNodes()
                .filter(node -> !isPartOfName(node))
                .map(node -> name(node.expr()))
                .allMatch(asked -> asked == null || asked.equals(name));
    }
}
