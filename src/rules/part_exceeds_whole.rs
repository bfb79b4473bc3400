//! A part that is larger than its whole.

use super::{Comparison, Rule, Verdict, label, wording};
use crate::figure::{Cues, FigureId};
use crate::quantity::{Bound, Quantity};
use crate::relate::{Facts, Relation, RelationKind};

/// The rule.
pub const RULE: Rule = Rule {
    id: "part-exceeds-whole",
    summary: "a part larger than its whole",
    page: r#"
Some of the people counted are more than all of them.

## Why it matters

One of the two figures is from another version, or they count different people.

## Flagged

```article
Hotel attack

The attack killed 12 people, including 15 guests.
```

The parts of an open list may be fewer than the whole, but not more.

```article
Hotel attack

The attack killed 12 people, including nine women and five children.
```

```article
Cholera spreads in the lake districts

Seventy-nine people have died in the outbreak. Kabra is the hardest hit with 31 deaths, followed by
Ostra with 24, Linde with 17 and the islands with 11, according to the ministry.
```

So are the counts of several places, each told in a sentence of its own.

```article
Storm kills 90 in the provinces

A storm killed 90 people, the interior minister said.

In Alvaro, 58 people died. Floods killed 39 people in Cardeta.
```

What is added to a toll is a part of the new one.

```article
Earthquake on island

The death toll rose to ten on Monday after twelve more bodies were found, the governor said.
```

## Not flagged

The town may lie in the district that was named before.

```article
Storm kills 90 in the hills

A storm killed 90 people in the hills, the governor said.

In the district of Alvaro, 78 people died. Floods killed 39 people in Cardeta.
```

```article
Hotel attack

The attack killed 12 people, including five guests, and injured 15.
```
"#,
    on: true,
    check,
};

fn check(facts: &Facts, comparisons: &mut Vec<Comparison>) {
    for (relation, whole) in facts.of_one(RelationKind::Subset) {
        comparisons.extend(compare(facts, relation, whole));
    }
}

fn compare(facts: &Facts, relation: &Relation, whole: FigureId) -> Option<Comparison> {
    let parts = &relation.evidence;
    let stated = facts.figures[whole].quantity;
    let sum = Quantity::sum(parts.iter().map(|p| &facts.figures[*p].quantity))?;
    let verdict = match Verdict::from(sum.fits_within(&stated)) {
        Verdict::Contradicted if are_only_placed(facts, parts) => Verdict::Doubtful,
        // "As many as 27 of the 22 injured"
        Verdict::Consistent if allows_more(facts, parts, &stated) => Verdict::Doubtful,
        verdict => verdict,
    };
    let says = wording::named(&facts.figures[whole]);
    let message = match (parts.as_slice(), verdict) {
        ([part], _) => {
            let are = wording::be(&facts.figures[*part]);
            let said = if verdict == Verdict::Consistent { "" } else { "said to be " };
            format!("{} {are} {said}a part of {says}", wording::named(&facts.figures[*part]))
        }
        (parts, Verdict::Consistent) => {
            format!("{} together are a part of {says}", wording::list(facts, parts))
        }
        (parts, _) => {
            let list = wording::list(facts, parts);
            let sum = wording::count(&sum);
            format!("{list} add up to {sum}, but are said to be a part of {says}")
        }
    };
    let mut labels = vec![label(facts, parts[0], "a part")];
    labels.extend(parts[1..].iter().map(|p| label(facts, *p, "a part")));
    labels.push(label(facts, whole, "the whole"));
    let (stated, computed) = (Some(stated), Some(sum));
    let compared = Comparison::of(&RULE, relation, verdict);
    Some(Comparison { message, labels, stated, computed, ..compared })
}

/// Whether a part is said to be of people who are fewer than the most that it allows.
fn allows_more(facts: &Facts, parts: &[FigureId], whole: &Quantity) -> bool {
    let more = |part: &FigureId| {
        let figure = &facts.figures[*part];
        let Cues { part_of, among, .. } = figure.cues;
        let told = part_of.is_some() || among.is_some();
        let most = figure.quantity.nominal.filter(|_| figure.quantity.bound == Bound::UpTo);
        told && most.zip(whole.strict.high).is_some_and(|(most, all)| most > all)
    };
    parts.iter().any(more)
}

/// Whether nothing but the names of places tells several parts from each other: one place may lie in
/// another.
fn are_only_placed(facts: &Facts, parts: &[FigureId]) -> bool {
    let placed = |part: &FigureId| {
        let figure = &facts.figures[*part];
        let Cues { part_of, among, listed, .. } = figure.cues;
        figure.scope.place.is_some() && part_of.is_none() && among.is_none() && !listed
    };
    parts.len() > 1 && parts.iter().all(placed)
}
