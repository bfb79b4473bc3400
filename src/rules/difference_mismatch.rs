//! "12 more than the 33", "twice as many as the 45", where the two counts say otherwise.

use super::{Comparison, Label, Rule, Verdict};
use crate::figure::{Contrast, ContrastKind, Term};
use crate::quantity::{Quantity, digits};
use crate::relate::{Facts, Relation, RelationKind, agreement};

pub(super) const RULE: Rule = Rule {
    id: "difference-mismatch",
    summary: "so many more, fewer or times as many, which the two counts do not give",
    page: r#"
The article sets two counts against each other in words, "12 more than", "twice as many as", "up 20%
on", and the counts as printed stand to each other in another way.

## Why it matters

The difference is computed once. When the toll is updated, or when a careless hand takes "21 more" for
"21 times more", it stays behind.

## Flagged

```article
Ministry lowers flood toll

The number of dead has been lowered to 412, almost 100 fewer than the toll of 538 given on Friday.
```

```article
Avalanches in the west

Avalanches killed 36 people this winter, three times as many as the 18 who died in the winter before.
```

```article
Crossings

In the first half of the year 90 people drowned on the crossing, 15 more than the 70 who drowned in
the same months of last year.
```

```article
Road deaths down 15 per cent

The statistical office counted 376 deaths on the roads last year, against 402 in the year before.
```

A multiple that is many times too large is flagged even where the two counts are of no people.

```article
Knives drawn more often

Knives were drawn in the county's taverns 14 times more often than in the spring of last year. The
police had 56 reports of such cases, against 42.
```

## Not flagged

```article
Knives drawn more often

Knives were drawn in the county's taverns almost one and a half times as often as in the spring of
last year. The police had 56 reports of such cases, against 42.
```

```article
Road deaths down 6 per cent

The statistical office counted 376 deaths on the roads last year, against 402 in the year before.
```

```article
Ministry lowers flood toll

The number of dead has been lowered to 412, more than 100 fewer than the toll of 538 given on Friday.
```

```article
Avalanches in the west

Avalanches killed 36 people this winter, twice as many as the 18 who died in the winter before.
```

Which of two counts is meant is not always clear; one that fits is enough.

```article
Crossings

In the first half of the year 90 people drowned and 85 were rescued, 15 more than the 70 rescued in
the same months of last year.
```
"#,
    on: true,
    check,
};

fn check(facts: &Facts, comparisons: &mut Vec<Comparison>) {
    for relation in facts.of(RelationKind::Contrast) {
        comparisons.extend(compare(facts, relation));
    }
}

fn compare(facts: &Facts, relation: &Relation) -> Option<Comparison> {
    let contrast = facts.contrasts.get(relation.share?)?;
    let count = contrast.counts.first()?;
    let verdict = Verdict::from(agreement(contrast, count)?);
    let given = given(contrast, count)?;
    let message = match verdict {
        Verdict::Consistent => given,
        _ => format!("{given}, but the article says {}", said(contrast)),
    };
    let label = |term: &Term, text: &str| Label {
        figure: term.figure,
        span: term.span,
        text: text.to_owned(),
    };
    let labels = vec![
        label(&contrast.by, "the difference"),
        label(count, "the count"),
        label(&contrast.base, "what it is set against"),
    ];
    let comparison = Comparison { message, labels, ..Comparison::of(&RULE, relation, verdict) };
    if comparison.claim.is_empty() && contrast.kind == ContrastKind::Times {
        // Of two numbers that count no people there is no figure to show, but the multiple.
        let quotient = count.quantity.nominal?.checked_div(contrast.base.quantity.nominal?)?;
        let computed = Some(Quantity::exact(quotient.round_dp(1)));
        return Some(Comparison { stated: Some(contrast.by.quantity), computed, ..comparison });
    }
    Some(comparison)
}

/// How the two counts stand to each other: "250 is 109 fewer than 359".
fn given(contrast: &Contrast, count: &Term) -> Option<String> {
    let (own, base) = (count.quantity.nominal?, contrast.base.quantity.nominal?);
    let words = (count.wording.to_lowercase(), contrast.base.wording.to_lowercase());
    let gap = digits(own.checked_sub(base)?.abs());
    let more = if own >= base { "more" } else { "fewer" };
    let how = match contrast.kind {
        ContrastKind::More | ContrastKind::Fewer => format!("{gap} {more} than"),
        ContrastKind::Times => format!("{} times", digits(own.checked_div(base)?.round_dp(1))),
        ContrastKind::Rise | ContrastKind::Fall => {
            let share = (own.checked_sub(base)?).abs().checked_div(base)?;
            let percent = share.checked_mul(rust_decimal::Decimal::ONE_HUNDRED)?;
            format!("{}% {more} than", digits(percent.round_dp(1)))
        }
    };
    Some(format!("{} is {how} {}", words.0, words.1))
}

/// What the article says of them: "almost 100 fewer".
fn said(contrast: &Contrast) -> String {
    let by = contrast.by.wording.to_lowercase();
    match contrast.kind {
        ContrastKind::More => format!("{by} more"),
        ContrastKind::Fewer => format!("{by} fewer"),
        ContrastKind::Rise => format!("{by}% more"),
        ContrastKind::Fall => format!("{by}% fewer"),
        ContrastKind::Times => by,
    }
}
