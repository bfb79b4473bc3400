//! A percentage, fraction or ratio that its counts do not give.

use rust_decimal::Decimal;

use super::Comparison;
use super::Label;
use super::Rule;
use super::Verdict;
use super::label;
use super::wording;
use crate::figure::Share;
use crate::figure::ShareKind;
use crate::quantity::digits;
use crate::relate::Facts;
use crate::relate::Relation;
use crate::relate::RelationKind;

pub(super) const RULE: Rule = Rule {
    id: "share-mismatch",
    summary: "a percentage, fraction or ratio that its counts do not give",
    page: r#"
The article gives two counts and their quotient, and the quotient is another.

## Why it matters

Percentages are computed once and copied; the counts are updated.

## Flagged

```article
Hospital fire

Of the 50 dead, 20 were patients, or 60% of all victims.
```

## Not flagged

```article
Hospital fire

Of the 50 dead, 20 were patients, or 40% of all victims.
```
"#,
    on: true,
    check,
};

fn check(facts: &Facts, comparisons: &mut Vec<Comparison>) {
    for relation in facts.of(RelationKind::Share) {
        comparisons.extend(compare(facts, relation));
    }
}

fn compare(facts: &Facts, relation: &Relation) -> Option<Comparison> {
    let share = facts.shares.get(relation.share?)?;
    let (whole, part) = (share.whole?, share.part?);
    let (w, p) = (&facts.figures[whole], &facts.figures[part]);
    let quotient = p.quantity.nominal?.checked_div(w.quantity.nominal?)?;
    let verdict = verdict(share, quotient);
    let (all, some) = (wording::named(w), wording::named(p));
    let computed = percent(share.kind, quotient);
    let message = match verdict {
        Verdict::Consistent => format!("{some} of {all} are {computed}"),
        _ => format!("{some} of {all} are {computed}, but the article says {}", share.wording),
    };
    let stated = Label { figure: None, span: share.span, text: "the share".to_owned() };
    let labels = vec![stated, label(facts, part, "the part"), label(facts, whole, "the whole")];
    Some(Comparison { message, labels, ..Comparison::of(&RULE, relation, verdict) })
}

/// Whether a share fits a quotient, a percentage being rounded to the whole number.
fn verdict(share: &Share, quotient: Decimal) -> Verdict {
    let near = |interval: crate::interval::Interval, slack: Decimal| {
        let over = interval.low.checked_sub(slack).is_none_or(|low| low <= quotient);
        let under = interval.high.and_then(|h| h.checked_add(slack)).is_none_or(|h| quotient <= h);
        over && under
    };
    if near(share.quantity.plausible, Decimal::new(1, 2)) {
        return Verdict::Consistent;
    }
    match near(share.quantity.strict, Decimal::new(5, 2)) {
        true => Verdict::Doubtful,
        false => Verdict::Contradicted,
    }
}

/// A quotient in words.
fn percent(kind: ShareKind, quotient: Decimal) -> String {
    match kind {
        ShareKind::Portion => {
            let hundred = quotient.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(quotient);
            format!("{}%", digits(hundred.round_dp(1)))
        }
        ShareKind::Times => format!("{} times as many", digits(quotient.round_dp(1))),
    }
}
