//! A count in the paper's own voice.

use super::{Comparison, Rule, Verdict, headline_mismatch, label, wording};
use crate::relate::Facts;

pub(super) const RULE: Rule = Rule {
    id: "unattributed-figure",
    summary: "a count in the paper's own voice (off by default)",
    page: r#"
A count of the body has no source.

## Why it matters

Some desks ask for the source of every toll. The rule is off unless the settings select it.

## Flagged

```article
Train crash

A train left the rails near the border on Monday, and 12 passengers were killed.
```

## Not flagged

```article
Train crash

A train left the rails near the border on Monday, and 12 passengers were killed, police said.
```
"#,
    on: false,
    check,
};

fn check(facts: &Facts, comparisons: &mut Vec<Comparison>) {
    for (id, figure) in facts.figures.iter().enumerate() {
        let sourced = figure.source.is_some() || headline_mismatch::is_heading(facts, id);
        if sourced || !figure.is_stated() {
            continue;
        }
        comparisons.push(Comparison {
            rule: RULE.id,
            verdict: Verdict::Doubtful,
            claim: vec![id],
            evidence: Vec::new(),
            stated: Some(figure.quantity),
            computed: None,
            message: format!("no source is named for {}", wording::named(figure)),
            why: "desks may ask for the source of every count".to_owned(),
            hinge: None,
            labels: vec![label(facts, id, "no source")],
        });
    }
}
