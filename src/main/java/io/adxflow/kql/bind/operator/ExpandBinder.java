package io.adxflow.kql.bind.operator;

import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.UnnestColumn;
import io.adxflow.kql.syntax.tree.ExpandOperator;

/** {@code mv-expand}: a null array keeps its row, an empty one loses it. */
public final class ExpandBinder {
    private final Frame frame;

    public ExpandBinder(Frame frame) {
        this.frame = frame;
    }

    public Relation mvExpand(ExpandOperator.MvExpand expand) {
        UnnestColumn.Bags bags =
                switch (expand.kind()) {
                    case BAG -> UnnestColumn.Bags.AS_BAGS;
                    case ARRAY -> UnnestColumn.Bags.AS_PAIRS;
                };
        return new Expansions(frame, bags).expand(expand.expansions(), expand.itemIndex(), expand.rowLimit());
    }
}
