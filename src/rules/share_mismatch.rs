//! A percentage or fraction that its counts do not give.

use rust_decimal::Decimal;

use super::{Comparison, Label, Rule, Verdict, label, wording};
use crate::figure::Share;
use crate::quantity::digits;
use crate::relate::{Facts, Relation, RelationKind};

pub(super) const RULE: Rule = Rule {
    id: "share-mismatch",
    summary: "a percentage or fraction that its counts do not give",
    page: r#"
The article gives two counts and their quotient, and the quotient is another.

## Why it matters

Percentages are computed once and copied; the counts are updated.

## Flagged

```article
Hospital fire

Of the 50 dead, 20 were patients, or 60% of all victims.
```

```article
Landslide

A third of the 90 dead, or 40, were children, the governor said.
```

## Not flagged

```article
Landslide

A third of the 90 dead, or 30, were children. Half of the 60 injured, 31 people, were women.
```

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
    let (whole, part) = (*relation.claim.first()?, share.part.as_ref()?);
    let all = &facts.figures[whole];
    let quotient = part.quantity.nominal?.checked_div(all.quantity.nominal?)?;
    let verdict = verdict(share, quotient);
    let (all, some) = (wording::named(all), part.wording.to_lowercase());
    let computed = percent(quotient);
    let message = match verdict {
        Verdict::Consistent => format!("{some} of {all} are {computed}"),
        _ => format!("{some} of {all} are {computed}, but the article says {}", share.wording),
    };
    let stated = Label { figure: None, span: share.span, text: "the share".to_owned() };
    let part = Label { figure: part.figure, span: part.span, text: "the part".to_owned() };
    let labels = vec![stated, part, label(facts, whole, "the whole")];
    Some(Comparison { message, labels, ..Comparison::of(&RULE, relation, verdict) })
}

/// Whether a share fits a quotient. A percentage is rounded to the whole number, a fraction more
/// freely.
fn verdict(share: &Share, quotient: Decimal) -> Verdict {
    let (close, far) = if share.fraction { (3, 8) } else { (1, 5) };
    if share.quantity.plausible.is_near(quotient, Decimal::new(close, 2)) {
        return Verdict::Consistent;
    }
    match share.quantity.strict.is_near(quotient, Decimal::new(far, 2)) {
        true => Verdict::Doubtful,
        false => Verdict::Contradicted,
    }
}

/// A quotient in words.
fn percent(quotient: Decimal) -> String {
    let hundred = quotient.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(quotient);
    format!("{}%", digits(hundred.round_dp(1)))
}
