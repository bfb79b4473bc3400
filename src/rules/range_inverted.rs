//! A range whose ends are the wrong way round.

use super::{Comparison, Rule, Verdict, label, wording};
use crate::quantity::Bound;
use crate::relate::Facts;

pub(super) const RULE: Rule = Rule {
    id: "range-inverted",
    summary: "a range whose lower end is above its upper end",
    page: r#"
The first end of a range is larger than the second.

## Why it matters

The ends were swapped, or one of them has a digit too many.

## Flagged

```article
Flood in the valley

Between 50 and 30 people were killed in the flood, officials said.
```

## Not flagged

```article
Flood in the valley

Between 30 and 50 people were killed in the flood, officials said.
```
"#,
    on: true,
    check,
};

fn check(facts: &Facts, comparisons: &mut Vec<Comparison>) {
    for (id, figure) in facts.figures.iter().enumerate() {
        let quantity = &figure.quantity;
        let ends = quantity.low.zip(quantity.high);
        let inverted = ends.is_some_and(|(low, high)| low > high);
        if quantity.bound != Bound::Range || !inverted {
            continue;
        }
        comparisons.push(Comparison {
            rule: RULE.id,
            verdict: Verdict::Contradicted,
            claim: vec![id],
            evidence: Vec::new(),
            stated: Some(*quantity),
            computed: None,
            message: format!("the range {} runs downwards", wording::printed(figure)),
            why: "the lower end of a range comes first".to_owned(),
            hinge: None,
            labels: vec![label(facts, id, "the range")],
        });
    }
}
