//! One number called killed in one place, and killed or injured in another.

use super::{Comparison, Rule, Verdict, label, wording};
use crate::quantity::Quantity;
use crate::relate::{Facts, RelationKind};

pub(super) const RULE: Rule = Rule {
    id: "killed-or-casualties",
    summary: "the same number called killed in one place and killed or injured in another",
    page: r#"
A count of the dead is elsewhere the count of all who were killed or injured.

## Why it matters

"Casualties" is read as "dead" again and again, and the headline then has too many dead.

## Flagged

```article
Road crashes kill 640

Road crashes in the province killed or injured 640 people last year, the ministry said. Of these,
85 died.
```

```article
Phone drivers blamed

Drivers on the phone killed 418 people last year, the council was told on Tuesday.

The report shows 418 killed or injured in such crashes. Of these, 37 died.
```

```article
Cracked rail found after derailment

A cracked rail was found at the place where a train left the track, killing 16 people and injuring
158, the safety bureau said.

The 174 deaths make it the worst accident on the line.
```

## Not flagged

```article
Road crashes kill 85

Road crashes in the province killed or injured 640 people last year, the ministry said. Of these,
85 died.
```
"#,
    on: true,
    check,
};

fn check(facts: &Facts, comparisons: &mut Vec<Comparison>) {
    for relation in facts.of(RelationKind::OtherOutcome) {
        let Some(&claim) = relation.claim.first() else { continue };
        let others = &relation.evidence;
        let one = &facts.figures[claim];
        let gives: Vec<String> =
            others.iter().map(|id| wording::named(&facts.figures[*id])).collect();
        let mut labels = vec![label(facts, claim, "one outcome")];
        labels.extend(others.iter().map(|id| label(facts, *id, "another")));
        let says = wording::named(one);
        comparisons.push(Comparison {
            message: format!("{says} in one place are {} in another", gives.join(" and ")),
            labels,
            stated: Some(one.quantity),
            computed: Quantity::sum(others.iter().map(|id| &facts.figures[*id].quantity)),
            ..Comparison::of(&RULE, relation, Verdict::Doubtful)
        });
    }
}
