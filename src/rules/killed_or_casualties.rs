//! One number called killed in one place, and killed or injured in another.

use super::{Comparison, Rule, Verdict, label, wording};
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
        let (Some(&claim), Some(&other)) = (relation.claim.first(), relation.evidence.first())
        else {
            continue;
        };
        let (one, all) = (&facts.figures[claim], &facts.figures[other]);
        let (says, gives) = (wording::named(one), wording::named(all));
        comparisons.push(Comparison {
            message: format!("{says} in one place are {gives} in another"),
            labels: vec![label(facts, claim, "one outcome"), label(facts, other, "another")],
            stated: Some(one.quantity),
            computed: Some(all.quantity),
            ..Comparison::of(&RULE, relation, Verdict::Doubtful)
        });
    }
}
