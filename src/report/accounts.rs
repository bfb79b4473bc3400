//! Who says what: a row for each side and source of an event, an outcome a column.
//!
//! ```text
//! who       source  killed  injured  others say
//! ──────── ─────── ─────── ──────── ────────────────
//! soldiers  army        12           30 killed (rebels)
//! soldiers  rebels      30           12 killed (army)
//! ```
//!
//! It is for articles with several accounts of one event. What one source gives for each of two
//! sides is added up. Accounts are of figures; which of them the rules compared is not known here.

use std::collections::BTreeMap;

use crate::document::BlockKind;
use crate::figure::{Change, Figure, Group};
use crate::lexicon::Outcome;
use crate::quantity::{Agreement, Quantity};
use crate::report::sheet::{Column, Sheet};
use crate::report::{Article, counts, sheet, sides};

/// The account of the paper itself.
const OWN: &str = "the article";

/// What one source says of one side in one event.
struct Account<'a> {
    event: usize,
    /// What the event is called.
    label: &'a str,
    group: Option<&'a Group>,
    source: Option<&'a str>,
    /// The counts of each outcome in order of place, each once.
    counts: BTreeMap<Outcome, Vec<Quantity>>,
    /// Who is counted.
    side: &'a str,
    /// The place of the side among the rows.
    rank: usize,
}

/// The table of an article; without rows where nobody is there to differ.
pub(super) fn sheet(article: &Article<'_>) -> Sheet {
    let accounts = accounts(article);
    if accounts.is_empty() {
        return Sheet::default();
    }
    let columns = Columns::of(&accounts);
    let rows = accounts.iter().map(|account| columns.fields(account, &accounts)).collect();
    Sheet { columns: columns.header(), rows }
}

/// The accounts of all events of which several sources speak, side by side.
fn accounts<'a>(article: &Article<'a>) -> Vec<Account<'a>> {
    let mut accounts: Vec<Account<'a>> = Vec::new();
    for figure in article.facts.figures.iter().filter(|figure| is_count(figure)) {
        let rank = rank(&accounts, figure);
        let account = Account::of(figure, rank);
        match accounts.iter_mut().find(|known| known.is_of(&account)) {
            Some(known) => known.count_also(figure),
            None => accounts.push(account),
        }
    }
    let several = |event| {
        let sources = || accounts.iter().filter(move |a| a.event == event).filter_map(|a| a.source);
        sources().any(|one| sources().any(|other| !one.eq_ignore_ascii_case(other)))
    };
    let events: Vec<usize> =
        accounts.iter().map(|a| a.event).filter(|event| several(*event)).collect();
    accounts.retain(|account| events.contains(&account.event));
    add_sums(&mut accounts);
    accounts.sort_by_key(|account| (account.event, account.rank));
    accounts
}

/// Whether a figure counts all of some people, in the body of the article.
fn is_count(figure: &Figure) -> bool {
    let heading = matches!(
        figure.place.kind,
        BlockKind::Headline | BlockKind::Standfirst | BlockKind::Heading
    );
    let cues = &figure.cues;
    let part = cues.part_of.is_some() && figure.group.is_none();
    let changes = matches!(cues.change, Some(Change::From | Change::By));
    figure.is_stated()
        && figure.per.is_none()
        && figure.outcome != Outcome::Affected
        && !(heading || part || changes || cues.among.is_some())
}

/// The place of a figure's side among those of the accounts so far; all people come last.
fn rank(accounts: &[Account<'_>], figure: &Figure) -> usize {
    let Some(group) = &figure.group else { return usize::MAX };
    let of_group = |a: &&Account<'_>| a.group.is_some_and(|own| own.label == group.label);
    let known = accounts.iter().find(|a| a.event == figure.scope.event && of_group(a));
    known.map_or(accounts.len(), |account| account.rank)
}

impl<'a> Account<'a> {
    fn of(figure: &'a Figure, rank: usize) -> Account<'a> {
        let group = figure.group.as_ref();
        Account {
            event: figure.scope.event,
            label: &figure.scope.label,
            group,
            source: figure.source.as_ref().map(|source| source.name.as_str()),
            counts: BTreeMap::from([(figure.outcome, vec![figure.quantity])]),
            side: group.map_or(sides::ALL, |group| &group.name),
            rank,
        }
    }

    /// Takes in another count of the same people, unless it is of others: "another 12".
    fn count_also(&mut self, figure: &Figure) {
        let more = figure.cues.besides && self.counts.contains_key(&figure.outcome);
        let counts = self.counts.entry(figure.outcome).or_default();
        if !more && !counts.iter().any(|count| count.nominal == figure.quantity.nominal) {
            counts.push(figure.quantity);
        }
    }

    /// Whether another account is of the same people.
    fn is_beside(&self, other: &Account<'_>) -> bool {
        self.event == other.event && self.rank == other.rank
    }

    /// Whether another account goes on with this one.
    fn is_of(&self, other: &Account<'_>) -> bool {
        self.is_beside(other) && self.tells(other)
    }

    /// Whether both are told by the same source.
    fn tells(&self, other: &Account<'_>) -> bool {
        match (self.source, other.source) {
            (Some(own), Some(other)) => own.eq_ignore_ascii_case(other),
            (own, other) => own == other,
        }
    }

    /// The only count of an outcome.
    fn count(&self, outcome: Outcome) -> Option<&Quantity> {
        match self.counts.get(&outcome)?.as_slice() {
            [count] => Some(count),
            _ => None,
        }
    }

    /// Killed and injured together.
    fn sum(&self) -> Option<Quantity> {
        self.count(Outcome::Killed)?.plus(self.count(Outcome::Injured)?)
    }

    /// The counts of other sources that do not go with this one's.
    fn differs(&self, accounts: &[Account<'_>]) -> String {
        let others = || accounts.iter().filter(|other| self.is_beside(other) && !self.tells(other));
        let mut different = Vec::new();
        for (outcome, own) in &self.counts {
            for other in others() {
                let counts = other.counts.get(outcome).map(Vec::as_slice).unwrap_or_default();
                let agree =
                    |a: &Quantity| own.iter().any(|own| own.agreement(a) == Agreement::Plausible);
                if !counts.is_empty() && !counts.iter().any(agree) {
                    let source = other.source.unwrap_or(OWN);
                    different.push(format!("{} {} ({source})", printed(counts), outcome.name()));
                }
            }
        }
        different.join(", ")
    }
}

/// Adds up what each source gives for sides of which nobody is in two.
fn add_sums(accounts: &mut Vec<Account<'_>>) {
    for at in 0..accounts.len() {
        let first =
            accounts[..at].iter().all(|a| a.event != accounts[at].event || !a.tells(&accounts[at]));
        if first {
            add_sum(accounts, at);
        }
    }
}

/// Adds up what the source of an account gives for each side of its event.
fn add_sum(accounts: &mut Vec<Account<'_>>, at: usize) {
    let of_source = |a: &&Account<'_>| a.event == accounts[at].event && a.tells(&accounts[at]);
    let parts: Vec<&Account<'_>> =
        accounts.iter().filter(of_source).filter(|a| a.group.is_some()).collect();
    let groups: Vec<&Group> = parts.iter().filter_map(|part| part.group).collect();
    let apart =
        groups.iter().enumerate().all(|(n, one)| groups[n + 1..].iter().all(|g| one.excludes(g)));
    if groups.len() < 2 || !apart {
        return;
    }
    let sum = |outcome: Outcome| {
        let counts: Option<Vec<&Quantity>> = parts.iter().map(|a| a.count(outcome)).collect();
        Some((outcome, vec![Quantity::sum(counts?.into_iter())?]))
    };
    let sums: BTreeMap<Outcome, Vec<Quantity>> = Outcome::ALL.into_iter().filter_map(sum).collect();
    let side = sides::together(&groups);
    let Account { event, label, source, .. } = accounts[at];
    let total = Account { event, label, group: None, source, counts: sums, side, rank: usize::MAX };
    if total.counts.is_empty() {
        return;
    }
    match accounts.iter_mut().find(|account| account.is_of(&total)) {
        Some(known) => {
            for (outcome, counts) in total.counts {
                known.counts.entry(outcome).or_insert(counts);
            }
            known.side = side;
        }
        None => accounts.push(total),
    }
}

/// Counts as one field: a source may give several.
fn printed(counts: &[Quantity]) -> String {
    counts.iter().map(counts::signed).collect::<Vec<_>>().join(" / ")
}

/// Which columns have anything to show.
struct Columns {
    events: bool,
    /// What the column of the groups is called.
    side: Option<&'static str>,
    outcomes: Vec<Outcome>,
    sum: bool,
}

impl Columns {
    fn of(accounts: &[Account<'_>]) -> Columns {
        let any = |outcome: &Outcome| accounts.iter().any(|a| a.counts.contains_key(outcome));
        let groups = || accounts.iter().filter_map(|account| account.group);
        Columns {
            events: accounts.iter().any(|account| account.event != accounts[0].event),
            side: groups().next().map(|_| sides::heading(groups())),
            outcomes: Outcome::ALL.into_iter().filter(any).collect(),
            sum: accounts.iter().any(|account| account.sum().is_some()),
        }
    }

    fn header(&self) -> Vec<Column> {
        let mut header = vec![];
        header.extend(self.events.then_some(sheet::words("event")));
        header.extend(self.side.map(sheet::words));
        header.push(sheet::words("source"));
        header.extend(self.outcomes.iter().map(|outcome| sheet::count(outcome.name())));
        header.extend(self.sum.then_some(sheet::count("killed + injured")));
        header.push(sheet::words("others say"));
        header
    }

    fn fields(&self, account: &Account<'_>, accounts: &[Account<'_>]) -> Vec<String> {
        let count = |outcome: &Outcome| {
            account.counts.get(outcome).map_or(String::new(), |counts| printed(counts))
        };
        let mut fields = vec![];
        fields.extend(self.events.then(|| account.label.to_owned()));
        fields.extend(self.side.map(|_| account.side.to_owned()));
        fields.push(account.source.unwrap_or(OWN).to_owned());
        fields.extend(self.outcomes.iter().map(count));
        let sum = account.sum().as_ref().map_or(String::new(), counts::signed);
        fields.extend(self.sum.then_some(sum));
        fields.push(account.differs(accounts));
        fields
    }
}
