//! A headline that pins a count on the wrong group.

use super::{Comparison, Rule, Verdict, label, wording};
use crate::relate::{Facts, RelationKind};

pub(super) const RULE: Rule = Rule {
    id: "headline-group",
    summary: "a headline that pins a count on a group for which the body does not give it",
    page: r#"
The headline gives the body's number, but for a part of the people that the body counts, or for
others.

## Why it matters

The number is right and the sentence is not: "10 Western aid workers" over eight Westerners and two
Afghans.

## Flagged

```article
Roadside bomb kills 9 French soldiers

A roadside bomb killed nine soldiers near the airport on Tuesday: seven French soldiers and two
Afghan soldiers.
```

## Not flagged

```article
Roadside bomb kills 7 French soldiers

A roadside bomb killed nine soldiers near the airport on Tuesday: seven French soldiers and two
Afghan soldiers.
```
"#,
    on: true,
    check,
};

fn check(facts: &Facts, comparisons: &mut Vec<Comparison>) {
    for relation in facts.of(RelationKind::OtherGroup) {
        let (Some(&head), Some(&body)) = (relation.claim.first(), relation.evidence.first()) else {
            continue;
        };
        let (claim, given) = (&facts.figures[head], &facts.figures[body]);
        let mut labels = vec![label(facts, head, "one group"), label(facts, body, "another")];
        labels.extend(relation.evidence[1..].iter().map(|id| label(facts, *id, "a part")));
        let (says, gives) = (wording::named(claim), wording::named(given));
        comparisons.push(Comparison {
            message: format!("the headline says {says}, but the body gives {gives}"),
            labels,
            stated: Some(claim.quantity),
            computed: Some(given.quantity),
            ..Comparison::of(&RULE, relation, Verdict::Doubtful)
        });
    }
}
