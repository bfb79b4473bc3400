//! A change of a count that its numbers do not give.

use super::{Comparison, Rule, Verdict, label, wording};
use crate::figure::{Change, Figure, FigureId};
use crate::quantity::{Agreement, Quantity};
use crate::relate::{Facts, Relation, RelationKind};

pub(super) const RULE: Rule = Rule {
    id: "update-mismatch",
    summary: "a change of a count that its numbers do not give",
    page: r#"
The article says that a count has changed, and the count before, the difference and the count after
do not fit.

## Why it matters

Updates are made in haste, and a toll left behind in one place is a stale toll in print.

## Flagged

```article
Mine blast

The death toll rose from 12 to 16 on Friday after three more bodies were found, rescuers said.
```

```article
Mine blast kills 41

The death toll of the mine blast rose to 41 on Tuesday, rescuers said. Eight more bodies were found in
the night.

The toll had stood at 36 on Monday.
```

## Not flagged

A toll may have changed in more steps than the article tells.

```article
Mine blast kills 41

Two more miners died on Tuesday, bringing the death toll to 41, rescuers said.

The blast was first said to have killed 30 people.
```

```article
Mine blast

The death toll rose from 12 to 15 on Friday after three more bodies were found, rescuers said.
```
"#,
    on: true,
    check,
};

fn check(facts: &Facts, comparisons: &mut Vec<Comparison>) {
    for relation in facts.of(RelationKind::Update) {
        if let &[after] = relation.claim.as_slice() {
            comparisons.extend(compare(facts, relation, after));
        }
    }
}

fn compare(facts: &Facts, relation: &Relation, after: FigureId) -> Option<Comparison> {
    let figure = |id: &FigureId| &facts.figures[*id];
    let new = &facts.figures[after];
    let old = figure(relation.evidence.first()?);
    let by = relation.evidence.get(1).map(figure);
    let fell = new.quantity.nominal < old.quantity.nominal;
    let computed = match by {
        Some(by) if fell => new.quantity.plus(&by.quantity)?,
        Some(by) => old.quantity.plus(&by.quantity)?,
        None => old.quantity,
    };
    let stated = if fell { old } else { new };
    // Of the missing others may have turned up than those who were found dead or alive.
    let found = by.is_some_and(|by| by.outcome != new.outcome);
    let verdict = match by.map(|_| Verdict::from(stated.quantity.agreement(&computed))) {
        // The count before may have changed more than once where the text does not tie the two.
        Some(Verdict::Contradicted) if found || old.cues.change != Some(Change::From) => {
            Verdict::Doubtful
        }
        Some(verdict) => verdict,
        None => Verdict::Consistent,
    };
    let message = message(old, by, new, &computed, verdict);
    let mut labels = vec![label(facts, after, "the count after")];
    let roles = ["the count before", "the difference"];
    labels.extend(relation.evidence.iter().zip(roles).map(|(id, role)| label(facts, *id, role)));
    let (stated, computed) = (Some(stated.quantity), Some(computed));
    let compared = Comparison::of(&RULE, relation, verdict);
    Some(Comparison { message, labels, stated, computed, ..compared })
}

fn message(
    old: &Figure,
    by: Option<&Figure>,
    new: &Figure,
    computed: &Quantity,
    verdict: Verdict,
) -> String {
    let (before, after) = (wording::named(old), wording::printed(new));
    let fell = new.quantity.nominal < old.quantity.nominal;
    match (by, verdict) {
        (Some(by), Verdict::Consistent) if fell => {
            format!("{after} and {} give {before}", wording::printed(by))
        }
        (Some(by), Verdict::Consistent) => {
            format!("{before} and {} give {after}", wording::printed(by))
        }
        (Some(by), _) if fell => {
            let (by, sum) = (wording::printed(by), wording::count(computed));
            format!("{after} and {by} give {sum}, but the count before was {before}")
        }
        (Some(by), _) => {
            let (by, sum) = (wording::printed(by), wording::count(computed));
            format!("{before} and {by} give {sum}, but the article says {after}")
        }
        (None, _) if old.quantity.agreement(&new.quantity) == Agreement::Plausible => {
            format!("the count stays at {after}")
        }
        (None, _) => format!("the count went from {before} to {after}"),
    }
}
