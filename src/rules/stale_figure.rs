//! A figure that the desk's ledger of agreed tolls contradicts or has overtaken.

use super::{Comparison, Rule, Verdict, label, wording};
use crate::figure::FigureId;
use crate::quantity::Quantity;
use crate::relate::Facts;

/// The rule's page. It runs only where there is a ledger, which knows the words of an event.
pub const RULE: Rule = Rule {
    id: "stale-figure",
    summary: "a figure that the desk's ledger of agreed tolls contradicts",
    page: r#"
The desk keeps a ledger of the tolls it has agreed on, and the draft gives another count for one of
them.

## Why it matters

Tolls rise. A background paragraph that is copied from draft to draft keeps the count of the day on
which it was written.

## The ledger

```toml
[[toll]]
name = "Kano market blast"
words = ["Kano", "market"]
outcome = "killed"
best = 27
as-of = 2026-03-04
source = "state police"
```

## Flagged

```markdown
The bomb in the market in Kano killed 23 people.
```

## Not flagged

```markdown
The bomb in the market in Kano killed at least 23 people.
```
"#,
    on: true,
    check,
};

/// A toll that the desk has agreed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreed {
    /// What the desk calls it.
    pub name: String,
    /// The count.
    pub quantity: Quantity,
    /// The day of the count, as printed.
    pub as_of: String,
    /// Who gave it.
    pub source: Option<String>,
}

/// Nothing: without a ledger there is nothing to compare.
fn check(_facts: &Facts, _comparisons: &mut Vec<Comparison>) {}

/// Holds the figures of a draft against the agreed toll of their event.
pub fn against(facts: &Facts, figures: &[FigureId], agreed: &Agreed) -> Comparison {
    let verdict_of =
        |id: &FigureId| Verdict::from(facts.figures[*id].quantity.agreement(&agreed.quantity));
    let worst = figures.iter().map(verdict_of).max_by_key(|verdict| verdict.severity());
    let verdict = worst.unwrap_or(Verdict::Consistent);
    let claim: Vec<FigureId> =
        figures.iter().copied().filter(|id| verdict_of(id) == verdict).collect();
    let labels = claim.iter().map(|id| label(facts, *id, "the draft's count")).collect();
    Comparison {
        rule: RULE.id,
        verdict,
        evidence: Vec::new(),
        stated: claim.first().map(|id| facts.figures[*id].quantity),
        computed: Some(agreed.quantity),
        message: message(facts, &claim, verdict, agreed),
        why: format!("the ledger's words for {} are in the draft", agreed.name),
        hinge: agreed.source.as_ref().map(|source| format!("the ledger's source is {source}")),
        labels,
        claim,
    }
}

fn message(facts: &Facts, claim: &[FigureId], verdict: Verdict, agreed: &Agreed) -> String {
    let says = claim.first().map_or(String::new(), |id| wording::named(&facts.figures[*id]));
    let (name, day) = (&agreed.name, &agreed.as_of);
    let count = wording::count(&agreed.quantity);
    match verdict {
        Verdict::Consistent => {
            format!("the draft says {says}, and the ledger has {count} for {name} as of {day}")
        }
        _ => format!("the draft says {says}, but the ledger has {count} for {name} as of {day}"),
    }
}
