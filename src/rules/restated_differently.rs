//! One count given twice in the body with different values.

use super::{Comparison, Rule, Verdict, agreement, headline_mismatch, label, wording};
use crate::figure::FigureId;
use crate::relate::{Facts, Relation, RelationKind};

pub(super) const RULE: Rule = Rule {
    id: "restated-differently",
    summary: "one count given twice in the body with different values",
    page: r#"
The body gives one count twice, and the two values cannot both be true. Two floors of one source, "at
least 10" and "at least 14", can; they are a warning, since one of them is out of date.

## Why it matters

An update often reaches one paragraph and not the other.

## Flagged

```article
Boat sinks off island

A boat sank off the island on Monday, and 31 migrants drowned, the coast guard said.

The 34 who drowned were from one village.
```

## Not flagged

The later figure belongs to another event.

```article
Boat sinks off island

A boat sank off the island on Monday, and 31 migrants drowned, the coast guard said.

In a similar accident last year, 48 migrants drowned.
```
"#,
    on: true,
    check,
};

fn check(facts: &Facts, comparisons: &mut Vec<Comparison>) {
    for relation in facts.of(RelationKind::Same) {
        let Some(&first) = relation.claim.first() else { continue };
        if !headline_mismatch::is_heading(facts, first) {
            comparisons.extend(compare(facts, relation, first));
        }
    }
}

fn compare(facts: &Facts, relation: &Relation, first: FigureId) -> Option<Comparison> {
    let claim = &facts.figures[first];
    let (worst, verdict) = agreement::least(facts, relation, first)?;
    let again = &facts.figures[worst];
    let (says, gives) = (wording::named(claim), wording::named(again));
    let message = match verdict {
        Verdict::Consistent => format!("{says}, and again {gives}"),
        _ => format!("the article says {says}, and later {gives}"),
    };
    let labels = vec![label(facts, first, "the count"), label(facts, worst, "the count again")];
    let (stated, computed) = (Some(claim.quantity), Some(again.quantity));
    let compared = Comparison::of(&RULE, relation, verdict);
    Some(Comparison { message, labels, stated, computed, ..compared })
}
