//! Two sources that give one count different values.

use super::{Comparison, Rule, Verdict, label, wording};
use crate::figure::Figure;
use crate::relate::{Facts, RelationKind};

pub(super) const RULE: Rule = Rule {
    id: "sources-disagree",
    summary: "two sources, two counts, side by side (a note)",
    page: r#"
Two sources give different counts of the same people.

## Why it matters

It is no error, but a reader should find both figures and both names together.

## Flagged

```article
Boat sinks off island

A boat sank off the island on Monday, and 31 migrants drowned, the coast guard said.

The 34 who drowned were from one village, a survivor said.
```

## Not flagged

```article
Blast at border post

The army said 12 soldiers were killed in the blast on Sunday. Hospital doctors said 30 people were
injured.
```
"#,
    on: true,
    check,
};

fn check(facts: &Facts, comparisons: &mut Vec<Comparison>) {
    for relation in facts.of(RelationKind::Disagree) {
        let (Some(&a), Some(&b)) = (relation.claim.first(), relation.evidence.first()) else {
            continue;
        };
        let (one, other) = (&facts.figures[a], &facts.figures[b]);
        let message = format!("{}, {}", said(one), said(other));
        comparisons.push(Comparison {
            message,
            labels: vec![label(facts, a, "one source"), label(facts, b, "another source")],
            stated: Some(one.quantity),
            computed: Some(other.quantity),
            ..Comparison::of(&RULE, relation, Verdict::Disagree)
        });
    }
}

/// A figure with who gives it.
fn said(figure: &Figure) -> String {
    match &figure.source {
        Some(source) => format!("{} according to {}", wording::named(figure), source.name),
        None => wording::named(figure),
    }
}
