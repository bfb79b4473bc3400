//! A total printed to the last digit, which the numbers of its list do not make.

use rust_decimal::Decimal;

use super::{Comparison, Label, Rule, Verdict, label, wording};
use crate::figure::List;
use crate::quantity::{Bound, Quantity, digits};
use crate::relate::{Facts, Relation, RelationKind};

pub(super) const RULE: Rule = Rule {
    id: "list-total",
    summary: "a total that the numbers of a list do not make, digit for digit",
    page: r#"
The article lists names with numbers, says what they add up to, and they add up to another number.
Each number of the list may be rounded, but the sum of the printed numbers is what it is.

## Why it matters

A reader with a pencil finds it out.

## Flagged

```article
The battles of the war

The casualties of each battle were: Long Bridge 1,240, Mill Creek 865, Stone Ford 2,300, Three Oaks 410
and Fort Hill 15. They add up to a grand total of 4,380 casualties.
```

## Not flagged

```article
The battles of the war

The casualties of each battle were: Long Bridge 1,240, Mill Creek 865, Stone Ford 2,300, Three Oaks 410
and Fort Hill 15. They add up to a grand total of 4,830 casualties.
```

A rounded total is no sum.

```article
The battles of the war

The casualties of each battle were: Long Bridge 1,240, Mill Creek 865, Stone Ford 2,300, Three Oaks 410
and Fort Hill 15. They add up to a grand total of about 5,000 casualties.
```
"#,
    on: true,
    check,
};

fn check(facts: &Facts, comparisons: &mut Vec<Comparison>) {
    for relation in facts.of(RelationKind::List) {
        let list = relation.share.and_then(|id| facts.lists.get(id));
        comparisons.extend(list.and_then(|list| compare(facts, relation, list)));
    }
}

fn compare(facts: &Facts, relation: &Relation, list: &List) -> Option<Comparison> {
    let total = &facts.figures[list.total];
    let stated = total.quantity.nominal?;
    let nominals = list.items.iter().map(|item| item.quantity.nominal);
    let sum = nominals.sum::<Option<Decimal>>()?;
    let computed = Quantity::exact(sum);
    let verdict = if stated == sum {
        Verdict::Consistent
    } else if total.quantity.bound == Bound::Exact && !is_rounded(stated) {
        Verdict::Doubtful
    } else {
        Verdict::from(computed.agreement(&total.quantity))
    };
    let (many, sum) = (list.items.len(), digits(sum));
    let given = format!("the {many} numbers of the list add up to {sum}");
    let message = match verdict {
        Verdict::Consistent => given,
        _ => format!("{given}, but the article says {}", wording::printed(total)),
    };
    let items =
        [list.items.first(), list.items.last()].into_iter().flatten().zip(["from here", "to here"]);
    let items = items.map(|(item, text)| Label {
        figure: None,
        span: item.span,
        text: format!("the list, {text}"),
    });
    let labels = [label(facts, list.total, "the total")].into_iter().chain(items).collect();
    let (stated, computed) = (Some(total.quantity), Some(computed));
    Some(Comparison {
        message,
        labels,
        stated,
        computed,
        ..Comparison::of(&RULE, relation, verdict)
    })
}

/// Whether a large number ends in two zeros or more.
fn is_rounded(number: Decimal) -> bool {
    number >= Decimal::ONE_THOUSAND && (number % Decimal::ONE_HUNDRED).is_zero()
}
