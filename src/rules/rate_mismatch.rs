//! A rate that does not give the total, or the other rate, that is stated.

use rust_decimal::Decimal;

use super::{Comparison, Rule, Verdict, label, wording};
use crate::figure::{Figure, FigureId};
use crate::interval::Interval;
use crate::quantity::digits;
use crate::relate::{Facts, Relation, RelationKind};

pub(super) const RULE: Rule = Rule {
    id: "rate-mismatch",
    summary: "a rate over a span that does not give the stated total or the other rate",
    page: r#"
Two rates of one thing, such as so many a day and so many a year, do not fit each other; or a rate,
over the time that it went on, does not give the total.

## Why it matters

One of the two was computed, and computed for another figure.

## Flagged

```article
Deaths on the road

About 3,000 people die on the road every day. That makes about 2 million deaths every year.
```

```article
Cholera in the camp

The epidemic killed 50 people a day for 30 days, 5,000 in all.
```

```article
Winter hunger

Hunger killed about 40 people a day in the town. In 90 days 9,000 people died, the mayor wrote.
```

## Not flagged

```article
Cholera in the camp

The epidemic killed 50 people a day for 30 days, 1,500 in all.
```

A peak is no average.

```article
Cholera in the camp

The fever killed up to 40 people a day. In 30 days 700 people died.
```

```article
Deaths on the road

About 3,000 people die on the road every day, which makes about 1.1 million people every year.
```
"#,
    on: true,
    check,
};

fn check(facts: &Facts, comparisons: &mut Vec<Comparison>) {
    for relation in facts.of(RelationKind::Rate) {
        if let (&[a], &[b]) = (relation.claim.as_slice(), relation.evidence.as_slice()) {
            comparisons.extend(compare(facts, relation, a, b));
        }
    }
}

fn compare(facts: &Facts, relation: &Relation, a: FigureId, b: FigureId) -> Option<Comparison> {
    let lasts = |id: FigureId| facts.figures[id].per.or(facts.figures[id].over);
    let (short, long) = match lasts(a) <= lasts(b) {
        true => (a, b),
        false => (b, a),
    };
    let (rate, total) = (&facts.figures[short], &facts.figures[long]);
    let times = Decimal::from(lasts(long)?).checked_div(Decimal::from(rate.per?))?;
    let plausible = over(rounded(rate, rate.quantity.plausible), times)?;
    let strict = over(rounded(rate, rate.quantity.strict), times)?;
    let verdict = if plausible.meets(rounded(total, total.quantity.plausible)) {
        Verdict::Consistent
    } else if strict.meets(total.quantity.strict) {
        Verdict::Doubtful
    } else {
        Verdict::Contradicted
    };
    let product = digits(rate.quantity.nominal?.checked_mul(times)?.round());
    let (each, all) = (wording::printed(rate), wording::printed(total));
    let joined = if verdict == Verdict::Consistent { "and" } else { "but" };
    let (per, span) = (wording::time(rate.per?), wording::time(lasts(long)?));
    let message =
        format!("{each} {per} come to {product} in {span}, {joined} the article says {all}");
    let labels = vec![label(facts, short, "the rate"), label(facts, long, "the longer span")];
    Some(Comparison { message, labels, ..Comparison::of(&RULE, relation, verdict) })
}

/// The interval of a rate, which is rounded to its last digit.
fn rounded(figure: &Figure, interval: Interval) -> Interval {
    let half = match figure.quantity.nominal {
        Some(n) if n < Decimal::ONE_HUNDRED => Decimal::new(5, 1),
        Some(n) => n.checked_mul(Decimal::new(1, 2)).unwrap_or_default(),
        None => Decimal::ZERO,
    };
    Interval {
        low: interval.low.checked_sub(half).unwrap_or_default(),
        high: interval.high.and_then(|high| high.checked_add(half)),
        ..interval
    }
}

/// An interval over a longer span.
fn over(interval: Interval, times: Decimal) -> Option<Interval> {
    let high = match interval.high {
        Some(high) => Some(high.checked_mul(times)?),
        None => None,
    };
    Some(Interval { low: interval.low.checked_mul(times)?, high, ..interval })
}
