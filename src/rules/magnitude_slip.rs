//! Two counts of one thing that differ by a factor of ten, a thousand or a million.

use rust_decimal::Decimal;

use super::{Comparison, Rule, Verdict, label, wording};
use crate::figure::Figure;
use crate::quantity::{Agreement, digits};
use crate::relate::{Facts, RelationKind};

pub(super) const RULE: Rule = Rule {
    id: "magnitude-slip",
    summary: "two counts of one thing that differ by a factor of 10, 1,000 or 1,000,000",
    page: r#"
One count is given twice, and one value has a zero, or three or six of them, more than the other.

## Why it matters

A lost zero or "million" for "billion" is the most common slip of the hand, and the largest.

## Flagged

```article
Earthquake kills 2,500

The earthquake killed 25,000 people in the mountains on Tuesday, the ministry said.
```

## Not flagged

```article
Earthquake kills 25,000

The earthquake killed 25,000 people in the mountains on Tuesday, the ministry said. An aftershock
in the next valley killed 25.
```
"#,
    on: true,
    check,
};

fn check(facts: &Facts, comparisons: &mut Vec<Comparison>) {
    for relation in facts.of(RelationKind::Same) {
        let Some(&first) = relation.claim.first() else { continue };
        let claim = &facts.figures[first];
        let slip = relation
            .evidence
            .iter()
            .find_map(|id| factor(claim, &facts.figures[*id]).map(|factor| (*id, factor)));
        let Some((again, factor)) = slip else { continue };
        let other = &facts.figures[again];
        let (says, gives) = (wording::named(claim), wording::named(other));
        let message = format!("{says} and {gives} differ by a factor of {}", digits(factor));
        comparisons.push(Comparison {
            message,
            labels: vec![label(facts, first, "one count"), label(facts, again, "the other")],
            stated: Some(claim.quantity),
            computed: Some(other.quantity),
            ..Comparison::of(&RULE, relation, Verdict::Contradicted)
        });
    }
}

/// By which of the factors two figures that cannot agree differ, if by one.
pub(super) fn factor(a: &Figure, b: &Figure) -> Option<Decimal> {
    if a.quantity.agreement(&b.quantity) != Agreement::Impossible {
        return None;
    }
    let (a, b) = (a.quantity.nominal?, b.quantity.nominal?);
    let (small, large) = (a.min(b), a.max(b));
    [10, 1_000, 1_000_000]
        .map(Decimal::from)
        .into_iter()
        .find(|factor| small >= Decimal::TEN && small.checked_mul(*factor) == Some(large))
}
