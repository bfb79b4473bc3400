//! A headline's share of all, which the body gives for some.

use super::{Comparison, Label, Rule, Verdict, label, wording};
use crate::relate::{Facts, RelationKind};

pub(super) const RULE: Rule = Rule {
    id: "lost-qualifier",
    summary: "a headline's share of all people, which the body gives for a part of them only",
    page: r#"
The headline states a share of all who were killed. The body states the same share, but of those
alone who were verified, identified or counted by somebody, and it counts more people elsewhere.

## Why it matters

"Verified" and "identified" are the first words to go when a headline is cut, and the claim is then
another one.

## Flagged

```article
Nearly 60% of flood dead were children, agency says

The agency has been able to identify 2,140 dead. Close to 60% of the 2,140 dead were children.

The government says more than 9,300 people have been killed since the flood began.
```

## Not flagged

```article
Nearly 60% of identified flood dead were children, agency says

The agency has been able to identify 2,140 dead. Close to 60% of the 2,140 dead were children.

The government says more than 9,300 people have been killed since the flood began.
```
"#,
    on: true,
    check,
};

fn check(facts: &Facts, comparisons: &mut Vec<Comparison>) {
    for relation in facts.of(RelationKind::OtherWhole) {
        let (Some(&whole), Some(&larger)) = (relation.claim.first(), relation.evidence.first())
        else {
            continue;
        };
        let Some(share) = relation.share.and_then(|id| facts.shares.get(id)) else { continue };
        let (some, all) = (&facts.figures[whole], &facts.figures[larger]);
        let (given, counted) = (wording::named(some), wording::named(all));
        let words = &share.wording;
        let headline = Label { figure: None, span: share.span, text: "the share".to_owned() };
        comparisons.push(Comparison {
            message: format!("the headline gives {words} without a number, the body gives it for {given} and counts {counted}"),
            labels: vec![headline, label(facts, whole, "the whole"), label(facts, larger, "all")],
            stated: Some(all.quantity),
            computed: Some(some.quantity),
            ..Comparison::of(&RULE, relation, Verdict::Doubtful)
        });
    }
}
