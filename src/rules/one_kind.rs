//! A number of all people given for one kind of them.

use super::{Comparison, Rule, Verdict, label, wording};
use crate::figure::FigureId;
use crate::relate::{Facts, RelationKind};

pub(super) const RULE: Rule = Rule {
    id: "one-kind",
    summary: "a number given for people of several kinds, or of another kind, in one place and for one kind in another",
    page: r#"
The article gives a number for people of several kinds together, and elsewhere gives the same number
for one of these kinds; or it recalls the number as that of people whom it never counted.

## Why it matters

A toll that does not tell civilians from fighters becomes a toll of civilians by a slip of the pen, and
that slip is an accusation.

## Flagged

```article
Year of the siege

More than 6,000 people have been killed in the city since the siege began, fighters as well as
civilians.

The number of civilians killed has shocked the world, with nearly 6,400 dead according to the health
office.
```

```article
Market bombing

A bomb killed 31 people in the market on Tuesday, including four soldiers, a doctor said.

The 31 civilians who died were traders from villages nearby.
```

```article
Shelling of the quarter

Shells fired from the hills killed 46 soldiers in the northern quarter on Monday.

Most of the 46 civilians killed had been queueing for water.
```

## Not flagged

```article
Shelling of the quarter

Shells fired from the hills killed 46 soldiers and 46 civilians in the northern quarter on Monday.

Most of the 46 civilians killed had been queueing for water.
```

```article
Year of the siege

More than 6,000 people have been killed in the city since the siege began, fighters as well as
civilians.

The number of civilians killed has shocked the world, with nearly 4,000 dead according to the health
office.
```

```article
Market bombing

A bomb killed 31 people in the market on Tuesday, including four soldiers, a doctor said.

Relatives of the dead civilians, 27 in all, wept outside the hospital.
```
"#,
    on: true,
    check,
};

fn check(facts: &Facts, comparisons: &mut Vec<Comparison>) {
    for relation in facts.of(RelationKind::OneKind) {
        let (Some(&one), Some(&all)) = (relation.claim.first(), relation.evidence.first()) else {
            continue;
        };
        let (some, whole) = (&facts.figures[one], &facts.figures[all]);
        let kinds = if whole.group.is_some() { "another kind" } else { "several kinds" };
        let mut labels = vec![label(facts, one, "one kind"), label(facts, all, kinds)];
        // "78 were hurt, 23 of them policemen": all of them, not the 78.
        let own = |id: &FigureId| facts.figures[*id].group.as_ref().zip(some.group.as_ref());
        let alike = |id: &FigureId| own(id).is_some_and(|(a, b)| a.traits == b.traits);
        labels.extend(relation.evidence[1..].iter().map(|id| {
            label(facts, *id, if alike(id) { "all of that kind" } else { "another kind" })
        }));
        let (says, gives) = (wording::named(some), wording::named(whole));
        comparisons.push(Comparison {
            message: match whole.group {
                Some(_) => format!("{says} in one place are {gives} in another"),
                None => format!("{says} in one place are {gives} of several kinds in another"),
            },
            labels,
            stated: Some(some.quantity),
            computed: Some(whole.quantity),
            ..Comparison::of(&RULE, relation, Verdict::Doubtful)
        });
    }
}
