//! A headline's count that the body does not give.

use super::{Comparison, Rule, Verdict, agreement, label, wording};
use crate::document::BlockKind;
use crate::figure::{Figure, FigureId};
use crate::relate::{Facts, Relation, RelationKind};

pub(super) const RULE: Rule = Rule {
    id: "headline-mismatch",
    summary: "a headline or standfirst count that the body does not give",
    page: r#"
The headline gives a count, and no figure of the body, nor any of them together, gives it too.

## Why it matters

A headline is read as a claim about the body's main count. Nearly every casualty error that a
reader could have caught from the article alone was a headline left behind by the body.

## Flagged

```article
Ferry fire kills 14

A fire on a ferry killed 17 people off the coast on Sunday, the harbour master said.
```

"At least" leaves room, but not this much: an old toll is likely.

```article
Landslide kills at least 23

A landslide buried a village on Friday, killing at least 26 people.
```

## Not flagged

The body's parts add up to the headline.

```article
Two bus crashes kill 11

Eight people were killed when a bus left the road near the pass on Monday. Another three people
died in a second crash an hour later.
```

The headline rounds.

```article
More than 20 killed in stampede

Twenty-three people were killed in a stampede at a concert on Saturday.
```
"#,
    on: true,
    check,
};

fn check(facts: &Facts, comparisons: &mut Vec<Comparison>) {
    for (relation, head) in facts.of_one(RelationKind::Same) {
        if is_heading(facts, head) {
            comparisons.extend(compare(facts, relation, head));
        }
    }
}

/// Whether a figure stands above the body.
pub(super) fn is_heading(facts: &Facts, id: FigureId) -> bool {
    let kind = facts.figures[id].place.kind;
    matches!(kind, BlockKind::Headline | BlockKind::Standfirst | BlockKind::Heading)
}

fn compare(facts: &Facts, relation: &Relation, head: FigureId) -> Option<Comparison> {
    let claim = &facts.figures[head];
    let (worst, verdict) = agreement::least(facts, relation, head)?;
    let body = &facts.figures[worst];
    let verdict = match verdict {
        Verdict::Consistent if claims_more(claim, body) => Verdict::Doubtful,
        verdict => verdict,
    };
    let place = if claim.place.kind == BlockKind::Standfirst { "standfirst" } else { "headline" };
    let (says, gives) = (wording::named(claim), wording::named(body));
    let message = match verdict {
        Verdict::Consistent => format!("the {place} says {says}, and the body gives {gives}"),
        _ => format!("the {place} says {says}, but the body gives {gives}"),
    };
    let labels =
        vec![label(facts, head, "the headline's count"), label(facts, worst, "the body's")];
    let (stated, computed) = (Some(claim.quantity), Some(body.quantity));
    let compared = Comparison::of(&RULE, relation, verdict);
    Some(Comparison { message, labels, stated, computed, ..compared })
}

/// "At least 88 killed" over "at least 44 people": whether the headline is sure of more people than the body allows for.
fn claims_more(claim: &Figure, body: &Figure) -> bool {
    let least = |f: &Figure| f.quantity.bound.opens_up();
    let more = claim.quantity.nominal.zip(body.quantity.plausible.high);
    least(claim) && least(body) && more.is_some_and(|(claim, most)| claim > most)
}
