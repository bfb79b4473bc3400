//! An allowance that allows nothing: a rule of the house, not of the article.

use super::{Comparison, Rule};
use crate::relate::Facts;

/// The rule's page. What it flags is no figure, so it is found where allowances are read.
pub const RULE: Rule = Rule {
    id: "unused-allowance",
    summary: "an allowance that allows nothing any more",
    page: r#"
A comment of the draft lets the findings of a rule stand, but there is no such finding.

## Why it matters

The draft has changed since. An allowance that stays behind will silence the next finding of that
rule, which nobody has looked at.

## Flagged

```markdown
<!-- tollcheck: allow headline-mismatch: two of the injured died after the first edition -->

# Blast kills 25

The blast killed 25 people.
```

## Not flagged

```markdown
<!-- tollcheck: allow headline-mismatch: two of the injured died after the first edition -->

# Blast kills 25

The blast killed 23 people.
```
"#,
    on: true,
    check,
};

/// Nothing: articles do not know what an editor allows.
fn check(_facts: &Facts, _comparisons: &mut Vec<Comparison>) {}

/// What to say of an allowance for `rule`.
pub fn message(rule: &str) -> String {
    format!("the draft allows {rule} here, but there is no such finding")
}
