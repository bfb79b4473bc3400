//! Qualifiers that contradict each other.

use super::{Comparison, Rule, Verdict, label, wording};
use crate::relate::Facts;

pub(super) const RULE: Rule = Rule {
    id: "qualifier-clash",
    summary: "qualifiers that contradict each other",
    page: r#"
One number is opened upwards and downwards, or opened and closed, at once.

## Why it matters

"At least" sets a floor and "up to" a ceiling: both together say nothing.

## Flagged

```article
Storm on the coast

At least up to 20 people were killed in the storm, officials said.
```

## Not flagged

```article
Storm on the coast

At least 20 and up to 30 people were killed in the storm, officials said.
```
"#,
    on: true,
    check,
};

fn check(facts: &Facts, comparisons: &mut Vec<Comparison>) {
    for (id, figure) in facts.figures.iter().enumerate() {
        let numeral = figure.numeral.and_then(|n| facts.numerals.get(n));
        if !numeral.is_some_and(|n| n.clash) {
            continue;
        }
        comparisons.push(Comparison {
            rule: RULE.id,
            verdict: Verdict::Contradicted,
            claim: vec![id],
            evidence: Vec::new(),
            stated: Some(figure.quantity),
            computed: None,
            message: format!("the words of \"{}\" contradict each other", wording::printed(figure)),
            why: "one qualifier opens the number to the side that another closes".to_owned(),
            hinge: None,
            labels: vec![label(facts, id, "the qualifiers")],
        });
    }
}
