//! The casualties: a row for each side or group of each event, an outcome a column.
//!
//! ```text
//! who       killed  injured  killed + injured  source
//! ──────── ─────── ──────── ───────────────── ────────
//! soldiers     ≥12       30               ≥42  army
//! ```

use crate::figure::Group;
use crate::lexicon::Outcome;
use crate::quantity::Quantity;
use crate::relate::Toll;
use crate::report::sheet::{Column, Sheet};
use crate::report::{Article, counts, sheet, sides};

/// One side or group of one event.
struct Row<'a> {
    event: usize,
    group: Option<&'a Group>,
    tolls: Vec<&'a Toll>,
}

/// The table of an article.
pub(super) fn sheet(article: &Article<'_>) -> Sheet {
    let rows = rows(article);
    let columns = Columns::of(&rows);
    let fields = rows.iter().map(|row| columns.fields(article, row, &rows)).collect();
    Sheet { columns: columns.header(), rows: fields }
}

/// The rows, event by event, the one for all people last like the total of a sum.
fn rows<'a>(article: &Article<'a>) -> Vec<Row<'a>> {
    let mut rows: Vec<Row<'a>> = Vec::new();
    for toll in article.facts.tolls.iter().filter(|toll| toll.outcome != Outcome::Affected) {
        let group = sides::of_toll(article, toll);
        let same = |row: &&mut Row<'_>| {
            row.event == toll.event && row.group.map(|g| &g.label) == group.map(|g| &g.label)
        };
        match rows.iter_mut().find(same) {
            Some(row) => row.tolls.push(toll),
            None => rows.push(Row { event: toll.event, group, tolls: vec![toll] }),
        }
    }
    rows.sort_by_key(|row| (row.event, row.group.is_none()));
    let repeats: Vec<bool> = rows.iter().map(|row| row.repeats_one(&rows)).collect();
    let mut repeats = repeats.into_iter();
    rows.retain(|_| !repeats.next().unwrap_or(false));
    rows
}

impl Row<'_> {
    fn count(&self, outcome: Outcome) -> Option<&Quantity> {
        self.tolls.iter().find(|toll| toll.outcome == outcome).map(|toll| &toll.quantity)
    }

    /// Killed and injured together, where both are known.
    fn sum(&self) -> Option<Quantity> {
        self.count(Outcome::Killed)?.plus(self.count(Outcome::Injured)?)
    }

    /// Whether it is for all people, and says of them what the only row for a group says already.
    fn repeats_one(&self, rows: &[Row<'_>]) -> bool {
        let mut groups = rows.iter().filter(|row| row.event == self.event && row.group.is_some());
        match (self.group, groups.next(), groups.next()) {
            (None, Some(one), None) => {
                let printed = |row: &Row<'_>, outcome| row.count(outcome).map(counts::signed);
                Outcome::ALL
                    .into_iter()
                    .all(|outcome| printed(self, outcome) == printed(one, outcome))
            }
            _ => false,
        }
    }

    /// Who is counted: the group; both sides, where they add up; all.
    fn side<'b>(&'b self, rows: &[Row<'b>]) -> &'b str {
        let event = || rows.iter().filter(|row| row.event == self.event && row.group.is_some());
        let adds_up = |outcome| {
            let parts: Option<Vec<&Quantity>> = event().map(|row| row.count(outcome)).collect();
            let sum = parts.and_then(|parts| Quantity::sum(parts.into_iter()));
            sum.is_some() && sum.map(|sum| sum.nominal) == self.count(outcome).map(|c| c.nominal)
        };
        let groups: Vec<&Group> = event().filter_map(|row| row.group).collect();
        match self.group {
            Some(group) => &group.name,
            None if Outcome::ALL.into_iter().any(adds_up) => sides::together(&groups),
            None => sides::ALL,
        }
    }

    /// Everybody who is named for one of the counts.
    fn sources(&self, article: &Article<'_>) -> String {
        let mut names: Vec<&str> = Vec::new();
        let figures = self.tolls.iter().flat_map(|toll| sides::figures(article, &toll.figures));
        for source in figures.filter_map(|figure| figure.source.as_ref()) {
            if !names.iter().any(|name| name.eq_ignore_ascii_case(&source.name)) {
                names.push(&source.name);
            }
        }
        names.join(", ")
    }

    /// The event's name, from the first of its figures.
    fn event<'b>(&self, article: &Article<'b>) -> &'b str {
        let mut figures = self.tolls.iter().flat_map(|toll| sides::figures(article, &toll.figures));
        figures.next().map_or("", |figure| &figure.scope.label)
    }
}

/// Which columns have anything to show.
struct Columns {
    events: bool,
    /// What the column of the groups is called; none where all rows are for all people.
    side: Option<&'static str>,
    outcomes: Vec<Outcome>,
    sum: bool,
    stated: bool,
}

impl Columns {
    fn of(rows: &[Row<'_>]) -> Columns {
        let any = |outcome| rows.iter().any(|row| row.count(outcome).is_some());
        let shown = |outcome: &Outcome| {
            matches!(outcome, Outcome::Killed | Outcome::Injured)
                || (!matches!(outcome, Outcome::Casualties | Outcome::Affected) && any(*outcome))
        };
        let groups = || rows.iter().filter_map(|row| row.group);
        Columns {
            events: rows.iter().any(|row| row.event != rows[0].event),
            side: groups().next().map(|_| sides::heading(groups())),
            outcomes: Outcome::ALL.into_iter().filter(shown).collect(),
            sum: rows.iter().any(|row| row.sum().is_some()),
            stated: any(Outcome::Casualties),
        }
    }

    fn header(&self) -> Vec<Column> {
        let mut header = vec![];
        header.extend(self.events.then_some(sheet::words("event")));
        header.extend(self.side.map(sheet::words));
        header.extend(self.outcomes.iter().map(|outcome| sheet::count(outcome.name())));
        header.extend(self.sum.then_some(sheet::count("killed + injured")));
        header.extend(self.stated.then_some(sheet::count("stated")));
        header.push(sheet::words("source"));
        header
    }

    fn fields(&self, article: &Article<'_>, row: &Row<'_>, rows: &[Row<'_>]) -> Vec<String> {
        let count = |count: Option<&Quantity>| count.map_or(String::new(), counts::signed);
        let mut fields = vec![];
        fields.extend(self.events.then(|| row.event(article).to_owned()));
        fields.extend(self.side.map(|_| row.side(rows).to_owned()));
        fields.extend(self.outcomes.iter().map(|outcome| count(row.count(*outcome))));
        fields.extend(self.sum.then(|| count(row.sum().as_ref())));
        fields.extend(self.stated.then(|| count(row.count(Outcome::Casualties))));
        fields.push(row.sources(article));
        fields
    }
}
