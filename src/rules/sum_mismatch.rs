//! A stated total that its parts cannot give.

use rust_decimal::Decimal;

use super::{Comparison, Rule, Verdict, hinge, label, wording};
use crate::figure::FigureId;
use crate::lexicon::Outcome;
use crate::quantity::{Bound, Quantity};
use crate::relate::{Facts, Relation, RelationKind};

pub(super) const RULE: Rule = Rule {
    id: "sum-mismatch",
    summary: "a stated total that its parts cannot give",
    page: r#"
The article gives a total and all its parts, and the parts do not add up to it.

## Why it matters

A part was updated and the total left behind, or somebody is counted twice or not at all.

## Flagged

```article
Factory explosion

The explosion killed 12 people: seven workers and four firemen.
```

Two kinds of people side by side, told of the event again, are all of them.

```article
Car bomb at barracks

A car bomb at a barracks wounded 31 people on Sunday, the governor said.

Nineteen officers and four clerks were wounded in the attack, his office said later.
```

So are those who were found and the others who are still sought.

```article
Water fills mine

Forty-three miners were trapped when water broke into the mine on Monday. Rescuers had found 24
bodies by noon and were searching for the other ten.
```

## Not flagged

"At least" leaves room for one more.

```article
Factory explosion

The explosion killed at least 11 people: seven workers and four firemen.
```

The victim without a number counts as one.

```article
Factory explosion

The explosion killed 12 people: seven workers, four firemen and a passer-by.
```
"#,
    on: true,
    check,
};

fn check(facts: &Facts, comparisons: &mut Vec<Comparison>) {
    for (relation, whole) in facts.of_one(RelationKind::Sum) {
        comparisons.extend(compare(facts, relation, whole));
    }
}

fn compare(facts: &Facts, relation: &Relation, whole: FigureId) -> Option<Comparison> {
    let parts = &relation.evidence;
    let stated = facts.figures[whole].quantity;
    let sum = Quantity::sum(parts.iter().map(|p| &facts.figures[*p].quantity))?;
    let verdict = match Verdict::from(stated.agreement(&sum)) {
        // The fate of some may have been left out.
        Verdict::Contradicted if facts.figures[whole].outcome == Outcome::Affected => {
            Verdict::Doubtful
        }
        Verdict::Consistent if is_to_the_unit(facts, whole, parts) => Verdict::Doubtful,
        verdict => verdict,
    };
    let (what, sum_words) = (kinds(facts, parts), wording::count(&sum));
    let says = wording::named(&facts.figures[whole]);
    let message = match verdict {
        Verdict::Consistent => format!("{what} add up to {sum_words}, and the article says {says}"),
        _ => format!("{what} add up to {sum_words}, but the article says {says}"),
    };
    let mut labels = vec![label(facts, whole, "the total")];
    labels.extend(parts.iter().map(|p| label(facts, *p, "a part")));
    let hinge = hinge::of_sum(facts, whole, parts);
    let (stated, computed) = (Some(stated), Some(sum));
    let compared = Comparison::of(&RULE, relation, verdict);
    Some(Comparison { message, labels, stated, computed, hinge, ..compared })
}

/// Whether an announced total that is given to the last person is not the sum of its parts as
/// printed: the parts may be rounded, but then the total was added up from rounded parts. Estimates
/// are held to the unit only where one sentence prints total and parts.
fn is_to_the_unit(facts: &Facts, whole: FigureId, parts: &[FigureId]) -> bool {
    let total = &facts.figures[whole];
    let bound = total.quantity.bound;
    let alike = |id: &FigureId| {
        let part = &facts.figures[*id];
        let together = part.place.sentence == total.place.sentence;
        part.quantity.bound == bound && (bound == Bound::Exact || together)
    };
    let rounded = |n: Decimal| n.checked_rem(Decimal::TEN).is_none_or(|rest| rest.is_zero());
    let to_the_unit = total.quantity.nominal.is_some_and(|n| !rounded(n));
    let sum = parts
        .iter()
        .try_fold(Decimal::ZERO, |sum, p| sum.checked_add(facts.figures[*p].quantity.nominal?));
    total.cues.total
        && to_the_unit
        && matches!(bound, Bound::Exact | Bound::About)
        && parts.iter().all(alike)
        && sum.is_some()
        && sum != total.quantity.nominal
}

/// What is added: the outcomes where they differ, else the figures.
fn kinds(facts: &Facts, parts: &[FigureId]) -> String {
    let kind = |p: &FigureId| (facts.figures[*p].outcome, facts.figures[*p].cues.alive);
    let mut kinds: Vec<(Outcome, bool)> = parts.iter().map(kind).collect();
    kinds.sort();
    kinds.dedup();
    let name = |(outcome, alive): &(Outcome, bool)| match alive {
        true => "survivors",
        false => wording::outcome(*outcome),
    };
    match kinds.as_slice() {
        [_] => wording::list(facts, parts),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(name).collect();
            format!("{} and {}", first.join(", "), name(last))
        }
        [] => String::new(),
    }
}
