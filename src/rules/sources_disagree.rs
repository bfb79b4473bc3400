//! Two sources that give one count different values.

use super::agreement::is_headline;
use super::{Comparison, Rule, Verdict, label, wording};
use crate::figure::{Figure, Voice};
use crate::quantity::Bound;
use crate::relate::{Facts, RelationKind};

pub(super) const RULE: Rule = Rule {
    id: "sources-disagree",
    summary: "two sources, two counts, side by side (a note)",
    page: r#"
Two sources give different counts of the same people.

## Why it matters

It is no error, but a reader should find both figures and both names together. Where the headline states the
smaller count as a fact, and nothing in the text says that the larger one is disputed, it is a warning: one of the
two may be stale.

## Flagged

```article
Boat sinks off island

A boat sank off the island on Monday, and 31 migrants drowned, the coast guard said.

The 34 who drowned were from one village, a survivor said.
```

The headline takes the police count for the only one.

```article
Wedding blast kills 14

A bomb killed 14 people at a wedding on Monday, police said. Most of them were guests of the bride.

A monitoring group said 19 people died in the blast.
```

## Not flagged

```article
Blast at border post

The army said 12 soldiers were killed in the blast on Sunday. Hospital doctors said 30 people were
injured.
```
"#,
    on: true,
    check,
};

fn check(facts: &Facts, comparisons: &mut Vec<Comparison>) {
    for relation in facts.of(RelationKind::Disagree) {
        let (Some(&a), Some(&b)) = (relation.claim.first(), relation.evidence.first()) else {
            continue;
        };
        let (one, other) = (&facts.figures[a], &facts.figures[b]);
        let message = format!("{}, {}", said(one), said(other));
        let stale = is_headlined(facts, one) && exceeds(one, other);
        let verdict = match stale && !lines_up(facts, [one, other]) {
            true => Verdict::Doubtful,
            false => Verdict::Disagree,
        };
        comparisons.push(Comparison {
            message,
            labels: vec![label(facts, a, "one source"), label(facts, b, "another source")],
            stated: Some(one.quantity),
            computed: Some(other.quantity),
            ..Comparison::of(&RULE, relation, verdict)
        });
    }
}

/// Whether the headline gives a count as its own.
fn is_headlined(facts: &Facts, figure: &Figure) -> bool {
    let exact = |f: &Figure| f.quantity.bound == Bound::Exact && f.source.is_none();
    facts.figures.iter().any(|head| {
        let above = is_headline(head) && exact(head);
        let equal = head.quantity.nominal == figure.quantity.nominal;
        above && equal && head.outcome == figure.outcome
    })
}

/// Whether a later count of people described alike is the larger, and nothing sets it against the first. The other
/// side of a war has its own count.
fn exceeds(first: &Figure, later: &Figure) -> bool {
    let more = later.quantity.nominal > first.quantity.nominal;
    let exact = first.quantity.bound == Bound::Exact && later.quantity.bound == Bound::Exact;
    let outside = later.source.as_ref().is_some_and(|source| source.voice == Voice::Outside);
    let alike = later.group.is_none() || later.group == first.group;
    more && exact && alike && !outside && !later.cues.contrast
}

/// Whether the article lines up accounts: a third source has a third number.
fn lines_up(facts: &Facts, counts: [&Figure; 2]) -> bool {
    let [first, later] = counts;
    facts.figures.iter().any(|f| {
        let own = f.outcome == later.outcome && f.cues.part_of.is_none() && f.is_stated();
        let known = counts.iter().any(|c| c.quantity.nominal == f.quantity.nominal);
        let beside = f.place.sentence == later.place.sentence;
        let near = f.scope.event == first.scope.event && f.source.is_some();
        own && !known && (beside || near && f.cues.among.is_none())
    })
}

/// A figure with who gives it.
fn said(figure: &Figure) -> String {
    match &figure.source {
        Some(source) => format!("{} according to {}", wording::named(figure), source.name),
        None => wording::named(figure),
    }
}
